import type {Page} from 'playwright-core';

/** Everything that a page's origin keeps in its browser, as text: databases, caches, storage, cookies that scripts see. */
export async function keptByBrowser(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const latin1 = (bytes: Uint8Array) => Array.from(bytes, byte => String.fromCharCode(byte)).join('');
    const flat = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return latin1(new Uint8Array(value));
      if (ArrayBuffer.isView(value)) return latin1(new Uint8Array(value.buffer));
      if (Array.isArray(value)) return value.map(flat).join(' ');
      if (typeof value !== 'object' || value === null) return String(value);
      return Object.entries(value)
        .map(([name, inner]) => `${name} ${flat(inner)}`)
        .join(' ');
    };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('unknown'));
        };
      });
    const parts: string[] = [document.cookie];
    for (const {name} of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store);
        parts.push(name, store, flat(await done(all.getAllKeys())), flat(await done(all.getAll())));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const body = await (await cache.match(request))?.text();
        parts.push(name, request.url, body ?? '');
      }
    }
    for (const storage of [localStorage, sessionStorage]) parts.push(flat(Object.entries(storage)));
    return parts.join('\n');
  });
}
