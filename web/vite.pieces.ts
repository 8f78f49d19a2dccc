import path from 'node:path';
import { build, type Rolldown, type UserConfig } from 'vite';

const mediaClient = /node_modules[\\/](livekit-client|@livekit)[\\/]/;
const ofRoom = /web[\\/]src[\\/]features[\\/]room[\\/]/;

/** Where the pages begin: what everybody loads, what a room is drawn with, what its sound and picture come through. */
const first = 'src/main.tsx';
const room = ['src/features/room/GoPage.tsx', 'src/features/room/RoomPage.tsx'];
const media = 'src/features/room/media/mediaRoom.ts';

type Chunk = Rolldown.OutputChunk;

/** The pieces as they would come out by themselves: many small ones, each without what it does not need. */
async function chunksByThemselves(config: UserConfig, root: string): Promise<Chunk[]> {
  const built = await build({
    ...config,
    configFile: false,
    root,
    logLevel: 'silent',
    build: { ...config.build, write: false, minify: false, cssMinify: false },
  });
  return [built]
    .flat()
    .flatMap((one) => ('output' in one ? one.output : []))
    .filter((one) => one.type === 'chunk');
}

/**
 * Which piece a module of the patient's way belongs to. What is always loaded together is one piece: a hundred small ones
 * compress badly and are a hundred requests. Everything else is split as it comes.
 */
export async function pieces(config: UserConfig, root: string): Promise<(id: string) => string | null> {
  const chunks = await chunksByThemselves(config, root);
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  /** Every module that runs when these files are loaded. */
  const runsWith = (...files: string[]): Set<string> => {
    const needed = new Set(chunks.filter(({ moduleIds }) => files.some((file) => moduleIds.includes(path.join(root, file)))));
    for (const { imports } of needed) {
      for (const name of imports) {
        const chunk = named.get(name);
        if (chunk) needed.add(chunk);
      }
    }
    return new Set([...needed].flatMap(({ moduleIds }) => moduleIds));
  };
  const [inFirst, inRoom, inMedia] = [runsWith(first), runsWith(...room), runsWith(media)];
  return (id) => {
    if (mediaClient.test(id)) return 'media';
    if (inFirst.has(id)) return 'first';
    if (inRoom.has(id)) return ofRoom.test(id) ? 'room' : 'parts';
    return inMedia.has(id) ? 'media' : null;
  };
}
