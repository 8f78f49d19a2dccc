import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inRoot } from '../../src/paths.ts';

const page = `<!doctype html><meta charset="utf-8"><title>bare</title><style>.everyone { display: grid; grid-template-columns: repeat(6, 1fr) } .everyone video { width: 100% }</style><button id="join">Join</button><div id="all"></div>
<script type="module">
  import { Room, RoomEvent } from '/livekit-client.js';
  const query = new URLSearchParams(location.search);
  // Whoever only watches has everyone in sight; the client takes in no picture that is not.
  if (query.has('watch')) all.className = 'everyone';
  const room = new Room({ adaptiveStream: true, dynacast: true });
  window.room = room;
  room.on(RoomEvent.TrackSubscribed, (track) => all.append(track.attach()));
  room.on(RoomEvent.TrackUnsubscribed, (track) => track.detach().forEach((one) => one.remove()));
  join.addEventListener('click', async () => {
    await room.connect(query.get('url'), query.get('token'));
    if (!query.has('watch')) await room.localParticipant.enableCameraAndMicrophone();
  });
  document.body.dataset.ready = '';
</script>`;

/** The least that a page can do with the media client: what every other page is compared with. */
export async function serveBarePage(): Promise<{ url: string; close(): void }> {
  const client = await readFile(inRoot('node_modules', 'livekit-client', 'dist', 'livekit-client.esm.mjs'));
  const server = createServer(({ url }, response) => {
    const isClient = url === '/livekit-client.js';
    response.writeHead(200, { 'content-type': isClient ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(isClient ? client : page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() };
}
