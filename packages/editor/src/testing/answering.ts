/** What a page's own server says to one address: a status and a body; `null` is no connection, `'never'` no answer yet. */
export type Said = {readonly status: number; readonly body: unknown} | null | 'never';

const realFetch = globalThis.fetch;

/** One question that a page asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/**
 * Stands in for the server of a page whose states are looked at one by one; the journeys run the real one. `says` may
 * be changed at any time. Returns the questions as they come.
 */
export function answering(says: Record<string, Said>): readonly Asked[] {
  const asked: Asked[] = [];
  globalThis.fetch = (input, init) => {
    const path = typeof input === 'string' ? input : '';
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({method: init?.method ?? 'GET', path, body});
    const said = says[path] ?? null;
    if (said === 'never') return new Promise(() => undefined);
    if (said === null) return Promise.reject(new TypeError('no connection'));
    return Promise.resolve(new Response(JSON.stringify(said.body), {status: said.status}));
  };
  return asked;
}

/** Gives the page its network back. To be called after each test. */
export function stopAnswering(): void {
  globalThis.fetch = realFetch;
}
