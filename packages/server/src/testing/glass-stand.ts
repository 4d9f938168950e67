import assert from 'node:assert/strict';
import type {LightMyRequestResponse} from 'fastify';
import type {PlanId} from '@goldthread/schema';
import jory from '@goldthread/schema/examples/jory.json' with {type: 'json'};
import {proofStand} from './proof-stand.ts';
import type {SignedInPerson} from './test-server.ts';

type Headers = SignedInPerson['headers'];

/** What a list of openings holds, as a test reads it. */
export interface Opening {
  readonly id: string;
  readonly by: string;
  readonly until: string;
  readonly reason: string;
  readonly words: string | null;
  readonly compartmentIds: readonly string[];
  readonly review: {readonly by: string; readonly outcome: string} | null;
  readonly isOverdue: boolean;
  readonly mayReview: boolean;
}

/** Why, in enough words. */
export const WHY = {reason: 'missing', words: 'Jory was not at the gate, nobody knows where he is.'} as const;

/** The example plan on a server whose clock stands on a Friday at noon, and what breaking the glass there takes. */
export async function glassStand(t: {after(task: () => Promise<void>): void}) {
  const stand = await proofStand(t, {file: jory, stillAt: Date.UTC(2026, 10, 27, 12)});
  const {server, plan, id, signIn, post} = stand;
  const url = (path: string) => `/api/plans/${plan.planId}${path}`;
  const ask = async (headers: Headers, path: string, payload?: object): Promise<LightMyRequestResponse> =>
    await server.send({
      method: payload === undefined ? 'GET' : 'POST',
      url: url(path),
      headers,
      ...(payload && {payload}),
    });
  const storage = server.server.http.storage;
  return {
    ...stand,
    ask,
    storage,
    glass: server.server.http.glass,
    /** Somebody who has just shown with a code that it is them. */
    async proved(key: string): Promise<Headers> {
      const headers = await signIn(key);
      const code = await stand.codeFrom(await signIn(key === 'bronagh' ? 'anita' : 'bronagh'), key);
      assert.equal((await post(headers, '/confirm', {code})).statusCode, 200);
      return headers;
    },
    async openings(headers: Headers): Promise<readonly Opening[]> {
      const answer = await ask(headers, '/break-glass');
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<{openings: Opening[]}>().openings;
    },
    /** The file that somebody takes along. */
    async exported(headers: Headers): Promise<string> {
      const copy = await ask(headers, '/export?format=json');
      assert.equal(copy.statusCode, 200, copy.body);
      return copy.body;
    },
    /** The kinds and rights of the documents that somebody receives. */
    async documents(headers: Headers): Promise<readonly {id: string; kind: string; access: string}[]> {
      return (await ask(headers, '/compartments')).json();
    },
    /** The withheld document with exactly these readers. */
    async withheldFor(...keys: string[]): Promise<string> {
      const wanted = keys.map(id).toSorted();
      const all = await storage.compartments(plan.planId as PlanId);
      const found = all.find(one => one.audience?.toSorted().join() === wanted.join());
      assert.ok(found, keys.join());
      return found.id;
    },
  };
}
