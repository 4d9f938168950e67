import {parseId, type PlanId, type RootName} from '@goldthread/schema';
import {type DocSession} from '../../packages/editor/src/sync/doc-session.ts';
import {PlanSession} from '../../packages/editor/src/sync/plan-session.ts';
import {
  personId,
  smallPlan,
  TestServer,
  type ImportedForTest,
} from '../../packages/server/src/testing/index.ts';
import {waitFor} from './wait-for.ts';

/** A whole server on a port, one small plan on it, and the editor's own sessions as clients. */
export class EditorFixture {
  readonly server: TestServer;
  readonly plan: ImportedForTest;
  readonly origin: string;
  readonly #sessions: PlanSession[] = [];
  readonly #headers = new Map<string, {readonly authorization: string}>();

  private constructor(server: TestServer, plan: ImportedForTest, origin: string) {
    this.server = server;
    this.plan = plan;
    this.origin = origin;
  }

  static async start(): Promise<EditorFixture> {
    const server = await TestServer.start();
    const origin = await server.server.listen();
    return new EditorFixture(server, await server.importPlan(smallPlan()), origin);
  }

  get planId(): PlanId {
    const id = parseId<PlanId>(this.plan.planId);
    if (!id.ok) throw new Error('The plan has no id.');
    return id.value;
  }

  item(ref: string): string {
    const found = this.plan.items.find(item => item.ref === ref);
    if (found === undefined) throw new Error(`There is no item ${ref}.`);
    return found.id;
  }

  /** Signs somebody in and opens the plan as they see it, at another address than the server's own if need be. */
  async open(key: string, origin = this.origin, confirmed = true): Promise<PlanSession> {
    const person = await this.server.signIn(this.plan.planId, personId(this.plan, key), confirmed);
    const {planId} = this;
    this.#headers.set(key, person.headers);
    const session = new PlanSession({
      origin,
      planId,
      participantId: person.participantId,
      headers: person.headers,
    });
    this.#sessions.push(session);
    await session.start();
    return session;
  }

  /** Opens the plan and waits until a root's document is live. */
  async live(key: string, root: RootName, origin?: string): Promise<{plan: PlanSession; shared: DocSession}> {
    const plan = await this.open(key, origin);
    const shared = plan.docFor(root);
    if (shared === undefined) throw new Error(`${key} has no document for ${root}.`);
    await waitFor(`${key} is live`, () => shared.state.kind === 'live');
    return {plan, shared};
  }

  /** Sends a request as somebody who has opened the plan. */
  async as(key: string, method: 'DELETE' | 'PATCH' | 'POST', path: string, body?: object): Promise<number> {
    return (await this.ask(key, method, path, body)).statusCode;
  }

  /** The same, with all of the answer. */
  async ask(key: string, method: 'DELETE' | 'PATCH' | 'POST', path: string, body?: object) {
    const headers = this.#headers.get(key) ?? {authorization: ''};
    return await this.server.send({method, url: path, headers, ...(body && {payload: body})});
  }

  async stop(): Promise<void> {
    await Promise.all(this.#sessions.map(session => session.stop()));
    await this.server.stop();
  }
}
