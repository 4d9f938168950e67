/// <reference lib="webworker" />

/** Written in at build: the name of this build's cache and the addresses that make up the app's shell. */
declare const SHELL_VERSION: string;
declare const SHELL_FILES: readonly string[];

// In a service worker the global object is this; the compiler knows only that it is a window.
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const CACHE = `goldthread-shell-${SHELL_VERSION}`;
/** The number to call, asked for anew each time there is a connection. */
const SITE = '/site.json';
/** Nothing below these addresses is ever kept: it could hold a word of a plan. */
const NEVER = ['/api/', '/sync/', '/demo', '/join', '/metrics', '/healthz'];

worker.addEventListener('install', event => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then(cache => cache.addAll([...SHELL_FILES, SITE]))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', event => {
  event.waitUntil(dropOldShells().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', event => {
  const {request} = event;
  const {origin, pathname} = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (NEVER.some(start => pathname.startsWith(start))) return;
  if (request.mode === 'navigate') event.respondWith(pageOrShell(request, pathname));
  else if (pathname === SITE) event.respondWith(freshOrKept(request));
  else if (SHELL_FILES.includes(pathname)) event.respondWith(keptOrFetched(request));
});

/** The server's page, so that a new build is seen at once; the kept one where there is no connection. */
async function pageOrShell(request: Request, pathname: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    // fetch throws for nothing but a network that doesn't answer.
    const page = pathname.startsWith('/plan/') ? '/plan.html' : '/index.html';
    return (await caches.match(page, {cacheName: CACHE})) ?? Response.error();
  }
}

/** The server's answer, kept for when there is none. It is the same for everybody. */
async function freshOrKept(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    if (response.ok) await (await caches.open(CACHE)).put(SITE, response.clone());
    return response;
  } catch {
    // As above: there is no connection.
    return (await caches.match(SITE, {cacheName: CACHE})) ?? Response.error();
  }
}

async function keptOrFetched(request: Request): Promise<Response> {
  return (await caches.match(request, {cacheName: CACHE})) ?? fetch(request);
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter(name => name.startsWith('goldthread-shell-') && name !== CACHE);
  await Promise.all(old.map(name => caches.delete(name)));
}
