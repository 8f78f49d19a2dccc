import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const resolved = (name: string) => createRequire(import.meta.url).resolve(name);

/** Stands in for a class that is made and listened to, and never used. */
const unused = `
export class Unused {
  on() { return this; }
  setup() {}
  setConnected() {}
  setupEngine() {}
  reset() {}
  updateE2eeManager() {}
  registerTextStreamHandler() {}
  clearControllers() {}
  validateParticipantHasNoActiveDataStreams() {}
  handleRemoteParticipantDisconnected() {}
  handleParticipantDisconnected() {}
  receiveSfuPublicationUpdates() {}
  resendSubscriptionUpdates() {}
  sfuWillRepublishTracks() {}
  queryPublished() { return []; }
}
`;
const named = (...names: string[]) => `${unused} export { ${names.map((name) => `Unused as ${name}`).join(', ')} };`;
const byDefault = `${unused} export default Unused;`;

/** Parts of the media client that no room uses: data between people, remote calls, its own cloud, encryption in a worker. */
const mediaParts: Readonly<Record<string, string>> = {
  'room/data-stream/incoming/IncomingDataStreamManager.ts': byDefault,
  'room/data-stream/outgoing/OutgoingDataStreamManager.ts': byDefault,
  'room/data-track/incoming/IncomingDataTrackManager.ts': byDefault,
  'room/data-track/outgoing/OutgoingDataTrackManager.ts': byDefault,
  'room/data-track/outgoing/errors.ts': named('DataTrackPublishError', 'DataTrackPublishErrorReason'),
  'room/data-track/LocalDataTrack.ts': byDefault,
  'room/data-track/RemoteDataTrack.ts': byDefault,
  'room/rpc/index.ts': `${named('RpcClientManager', 'RpcServerManager', 'RpcError')}
    export const RPC_REQUEST_DATA_STREAM_TOPIC = '', RPC_RESPONSE_DATA_STREAM_TOPIC = '';`,
  'room/RegionUrlProvider.ts': `${named('RegionUrlProvider')} export const DEFAULT_MAX_AGE_MS = 0;`,
  'e2ee/E2eeManager.ts': named('E2EEManager'),
  'e2ee/index.ts': `export { EncryptionEvent } from './events';`,
  'frameMetadata/FrameMetadataManager.ts': named('FrameMetadataManager', 'PacketTrailerManager'),
};

/** Stands in for the library that the client logs with: nobody reads the client's own log, which is set to silent. */
const silentLog = `
const nothing = () => {};
const log = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing,
  setLevel: nothing, setDefaultLevel: nothing, getLevel: () => 5, methodFactory: () => nothing };
export const getLogger = () => ({ ...log });
`;

interface Node {
  type: string;
  start: number;
  end: number;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** Where `log.debug(…)` and its like stand alone. */
function logLines(node: Node, code: string): Node[] {
  if (node.type === 'ExpressionStatement' && /^(this\.)?log\.(trace|debug|info|warn|error)\(/.test(code.slice(node.start, node.end))) {
    return [node];
  }
  return Object.values(node)
    .flatMap((value: unknown) => [value].flat().filter(isNode))
    .flatMap((child) => logLines(child, code));
}

/** The media client from its own sources, without what no room uses and without the adapter for browsers older than we build for. */
export function slimMedia(): Plugin {
  const sources = join(dirname(resolved('livekit-client')), '../src/');
  return {
    name: 'rejoin-slim-media',
    apply: 'build',
    resolveId: {
      order: 'pre',
      handler(id, importer) {
        if (id === 'livekit-client') return join(sources, 'index.ts');
        if (!importer?.startsWith(sources)) return null;
        if (id === 'loglevel') return '\0no-log';
        return id === 'webrtc-adapter' ? '\0no-adapter' : null;
      },
    },
    load(id) {
      if (id === '\0no-adapter') return { code: '', moduleSideEffects: false };
      if (id === '\0no-log') return { code: silentLog, moduleSideEffects: false };
      // The SFU is spoken to in bytes.
      if (/protobuf[\\/]dist[\\/]esm[\\/]private[\\/]json-format\.js$/.test(id))
        return { code: 'export const makeJsonFormat = () => ({});', moduleSideEffects: false };
      const code = id.startsWith(sources) ? mediaParts[id.slice(sources.length)] : undefined;
      return code === undefined ? null : { code, moduleSideEffects: false };
    },
    transform: {
      order: 'post',
      handler(code, id) {
        if (!id.startsWith(sources)) return null;
        const lines = logLines(this.parse(code), code).reverse();
        return { code: lines.reduce((rest, { start, end }) => `${rest.slice(0, start)};${rest.slice(end)}`, code), map: null };
      },
    },
  };
}

/** Schemas check and explain; that they can also describe themselves as JSON Schema is for the server. */
export function slimSchemas(): Plugin {
  const describing = /zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors|json-schema-generator)\.js$/;
  return {
    name: 'rejoin-slim-schemas',
    apply: 'build',
    load(id) {
      if (!describing.test(id)) return null;
      const names = [...readFileSync(id, 'utf8').matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name);
      const code = `const none = () => undefined; export { ${[...names, 'process'].map((name) => `none as ${name}`).join(', ')} };`;
      return { code, moduleSideEffects: false };
    },
  };
}

/** The socket is a WebSocket and nothing else (`src/lib/socket.ts`): no requests in its place, and no WebTransport. */
export function slimSocket(): Plugin {
  const transports = /engine\.io-client[\\/]build[\\/]esm[\\/]transports[\\/]index\.js$/;
  return {
    name: 'rejoin-slim-socket',
    apply: 'build',
    load(id) {
      if (!transports.test(id)) return null;
      const code = `import { WS } from './websocket.node.js'; export const transports = { websocket: WS };`;
      return { code, moduleSideEffects: false };
    },
  };
}
