import { inRoot } from './paths.ts';

const benches = ['api', 'join', 'reconnect', 'log', 'news', 'room'];
const [name = ''] = process.argv.slice(2);

if (benches.includes(name)) {
  await import(inRoot('infra', 'bench', `${name}.ts`));
} else {
  process.stderr.write(`Which one? npm run bench -- ${benches.join(' | ')}\n`);
  process.exitCode = 1;
}
