// Keeps one page, and nothing else: what to do when no page can be had. It holds no data and no name of anybody.
const cacheName = 'rejoin-offline';
const page = '/offline';
let isFresh = false;

// Asked for without cookies, so that it is the same for everybody.
async function keep() {
  const response = await fetch(page, { credentials: 'omit', cache: 'no-cache' });
  if (!response.ok) throw new Error('The page for no network could not be had.');
  const cache = await caches.open(cacheName);
  await cache.put(page, response);
  isFresh = true;
}

self.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      // The page is asked for while this worker still wakes up.
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    })(),
  );
});

async function navigate(event) {
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    // What a proxy says while our server is away.
    if (![502, 503, 504].includes(response.status)) return response;
  } catch {
    // No network.
  }
  return (await caches.match(page, { cacheName })) ?? Response.error();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.mode !== 'navigate' || request.method !== 'GET' || /^\/(api|rtc|socket\.io)(\/|$)/.test(pathname)) return;
  const answer = navigate(event);
  event.respondWith(answer);
  // Once in the life of a worker: the help number may have changed.
  if (!isFresh) event.waitUntil(answer.then(() => keep()).catch(() => undefined));
});
