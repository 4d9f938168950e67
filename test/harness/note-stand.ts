import assert from 'node:assert/strict';
import type {TestContext} from 'node:test';
import type {CompartmentId} from '@goldthread/schema';
import type {PlanStorage} from '../../packages/server/src/storage/index.ts';
import {stand, type PurgeStand} from './purge-stand.ts';
import type {WireClient} from './wire-client.ts';
import {addItem} from './writing.ts';

export const MAN = 'A man asked the school office what time Year 3 goes home.';
export const EIGHT = 'a man asked the school office what time';

/** A plan with a private note that everybody reads but the father. */
export interface NoteStand extends PurgeStand {
  readonly note: CompartmentId;
  readonly shared: CompartmentId;
  /** Adds a need with these words. */
  need(client: WireClient, words: string): string;
  copy(key: string, text: string, more?: object): Promise<readonly [number, string]>;
  /** Writes another private note, which only these people read. */
  noteFor(keys: readonly string[], text: string): Promise<CompartmentId>;
}

const DECISION = {reasonCode: 'risk_harm', legalGround: 'Serious harm.'};

/** A server that seals nothing, with that plan. */
export async function withNote(t: TestContext): Promise<NoteStand> {
  const one = await stand(t);
  t.after(() => one.server.stop());
  await one.server.server.listen();
  const [, made] = await one.as('bronagh', 'POST', '/withholdings', {
    draft: {root: 'sos:worries', type: 'harm', text: MAN},
    hiddenFrom: [one.id('callum')],
    ...DECISION,
  });
  return noteStandOn(one, made['compartmentId'] as CompartmentId);
}

/** The same on a server that a test started itself. */
export async function noteStandOn(one: PurgeStand, note: CompartmentId): Promise<NoteStand> {
  return {
    ...one,
    note,
    shared: await one.compartment('shared'),
    need: (client, words) => addItem(client.doc, one.server.server.http.random, 'section:B', 'need', words),
    async copy(key, text, more = {}) {
      const payload = {text, root: 'section:B', reason: 'agreed', ...more};
      const [status, body] = await one.as(key, 'POST', '/copies', payload);
      return [status, body.error?.code ?? ''];
    },
    async noteFor(keys, text) {
      const [status, made] = await one.as('bronagh', 'POST', '/withholdings', {
        draft: {root: 'sos:worries', type: 'note', text},
        hiddenFrom: [one.id('callum')],
        audience: keys.map(key => one.id(key)),
        ...DECISION,
      });
      assert.equal(status, 201, JSON.stringify(made));
      return made['compartmentId'] as CompartmentId;
    },
  };
}

/** With which code a socket was refused. */
export async function refusedWith(client: WireClient): Promise<string | undefined> {
  assert.equal(await client.closed(), 4409);
  return client.last('refused')?.code;
}

/** How many decisions about copied words are stored. */
export async function decisionsIn(storage: PlanStorage): Promise<number> {
  const [plan] = await storage.plans();
  return plan === undefined ? 0 : (await storage.copies(plan.id)).length;
}
