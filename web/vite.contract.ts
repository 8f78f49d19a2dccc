import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}
interface Edit {
  start: number;
  end: number;
  text: string;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
const childrenOf = (node: Node): Node[] => Object.values(node).flatMap((value: unknown) => [value].flat().filter(isNode));
const nodeAt = (node: Node, key: string): Node | undefined => (isNode(node[key]) ? node[key] : undefined);
const makes = (node: Node): boolean => /^(Call|New)Expression$/.test(node.type) || childrenOf(node).some(makes);
const isFunction = (node: Node) => /Function/.test(node.type);

/** The schemas of a route: the server checks with them, and types are made of them. A page calls the route by its path. */
const schemas = /^(params|query|body|reply)$/;

function schemasOfRoutes(node: Node): Edit[] {
  const isRoute = node.type === 'CallExpression' && nodeAt(node, 'callee')?.['name'] === 'route';
  if (!isRoute) return childrenOf(node).flatMap(schemasOfRoutes);
  const properties = childrenOf(node).flatMap((child) => (child.type === 'ObjectExpression' ? childrenOf(child) : []));
  return properties
    .filter((property) => schemas.test(String(nodeAt(property, 'key')?.['name'])))
    .map(({ start, end }) => ({ start, end, text: '...{}' }));
}

/** What is made once at the top of a module: it may be left out where nobody uses it. */
function madeOnce(program: Node): Edit[] {
  const declared = childrenOf(program).flatMap((node) => [node, ...childrenOf(node)].filter(({ type }) => type === 'VariableDeclaration'));
  return declared
    .flatMap(childrenOf)
    .flatMap((declarator) => nodeAt(declarator, 'init') ?? [])
    .filter((init) => !isFunction(init) && makes(init))
    .flatMap(({ start, end }) => [
      { start, end: start, text: '/*#__PURE__*/ (() => (' },
      { start: end, end, text: '))()' },
    ]);
}

const applied = (code: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), code);

/** The contract without the schemas that no page uses, and so, on the way to the room, without a library to make them with. */
export function slimContract(): Plugin {
  const contract = fileURLToPath(new URL('../shared/src/', import.meta.url));
  return {
    name: 'rejoin-slim-contract',
    transform: {
      order: 'post',
      handler(code, id) {
        if (!id.split('/').join(sep).startsWith(contract)) return null;
        const program = this.parse(code) as unknown as Node;
        return { code: applied(code, [...schemasOfRoutes(program), ...madeOnce(program)]), map: null, moduleSideEffects: false };
      },
    },
  };
}
