import {createServer, type Server} from 'node:http';
import type {Page} from 'playwright-core';
import type {ServedPlan} from './served-plan.ts';

/** Everything that a page of another system may hear from the element. */
const EVENTS = [
  'plan-opened',
  'plan-saved',
  'plan-unsaved',
  'plan-section-opened',
  'plan-access-changed',
  'plan-closed',
];

const SCRIPT = `
  globalThis.heard = [];
  for (const name of ${JSON.stringify(EVENTS)})
    addEventListener(name, event => {
      heard.push([event.type, event.reason ?? event.kind ?? event.root].filter(Boolean).join(' '));
    });
  const answer = await fetch('/token');
  document.querySelector('goldthread-plan').token = await answer.text();
`;

const STYLE =
  'body {margin: 0} goldthread-plan {--sheet: rgb(255, 250, 240); --font: "Atkinson Hyperlegible Next Variable", serif}';

/**
 * Another system with web pages of its own: a static server on its own origin, whose one page embeds the plan by a
 * script and an element, under as strict a content security policy as it can have.
 */
export class OtherSystem {
  readonly #server: Server;
  /** What its own page gets as the session of whoever is signed in there. */
  token = '';
  #served: ServedPlan | undefined;

  private constructor() {
    this.#server = createServer((request, response) => {
      const [type, body] = this.#answer(request.url ?? '/');
      response.setHeader('content-type', `${type}; charset=utf-8`);
      response.setHeader('content-security-policy', this.#policy());
      response.end(body);
    });
  }

  /** Opens it on a free port of the loopback address. */
  static async open(): Promise<OtherSystem> {
    const system = new OtherSystem();
    await new Promise<void>(done => system.#server.listen(0, '127.0.0.1', done));
    return system;
  }

  get origin(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  /** Whose plan its page embeds. */
  embed(served: ServedPlan): void {
    this.#served = served;
  }

  /** Signs one of its users in at the plan's server, as a server does that was given an invite for them. */
  async signIn(served: ServedPlan, key: string): Promise<void> {
    const token = new URL(await served.linkFor(key)).hash.slice(1);
    const answer = await fetch(`${served.origin}/api/session`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({token}),
    });
    this.token = ((await answer.json()) as {sessionToken: string}).sessionToken;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
  }

  #answer(path: string): [type: string, body: string] {
    if (path === '/token') return ['text/plain', this.token];
    if (path === '/page.js') return ['text/javascript', SCRIPT];
    if (path === '/page.css') return ['text/css', STYLE];
    return ['text/html', this.#page()];
  }

  #page(): string {
    const {origin = '', planId = ''} = this.#served ?? {};
    return `<!doctype html>
      <html lang="en-GB">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>Therapy records</title>
          <link rel="stylesheet" href="/page.css" />
          <script type="module" src="${origin}/embed/goldthread.js"></script>
          <script type="module" src="/page.js"></script>
        </head>
        <body>
          <goldthread-plan src="${origin}" plan="${planId}" help-line="01632 960 188"></goldthread-plan>
        </body>
      </html>`;
  }

  #policy(): string {
    const plan = this.#served?.origin ?? '';
    return [
      "default-src 'none'",
      `script-src 'self' ${plan}`,
      `connect-src 'self' ${plan} ${plan.replace('http', 'ws')}`,
      `font-src ${plan}`,
      "style-src 'self'",
    ].join('; ');
  }
}

/** What the page has heard from the element so far: names, with the reason, kind or part. */
export async function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as {heard: string[]}).heard);
}
