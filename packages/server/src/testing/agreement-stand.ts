import assert from 'node:assert/strict';
import type {LightMyRequestResponse} from 'fastify';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import type {ErrorBody} from '../errors.ts';
import type {StandingPosition} from '../agreement/index.ts';
import {smallPlan} from './small-plan.ts';
import {personId, type TestServer} from './test-server.ts';

/** What a position answered. */
export interface Said {
  readonly status: number;
  readonly text: string;
  readonly error: ErrorBody['error'] | undefined;
}

/** A small plan on a server, and what agreeing on it takes. */
export async function agreementStand(own: TestServer, file: object = smallPlan()) {
  const plan = await own.importPlan(file);
  const {storage} = own.server.http;
  // The id came from this server's own answer.
  const planId = plan.planId as PlanId;
  const id = (key: string) => personId(plan, key);
  const sessions = new Map<string, {readonly authorization: string}>();
  const headersOf = async (key: string) => {
    const headers = sessions.get(key) ?? (await own.signIn(planId, id(key))).headers;
    sessions.set(key, headers);
    return headers;
  };
  const as = async (
    key: string,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    payload?: object,
  ): Promise<LightMyRequestResponse> =>
    await own.send({
      method,
      url: `/api/plans/${planId}${path}`,
      headers: await headersOf(key),
      ...(payload && {payload}),
    });
  const shared = (await storage.compartments(planId)).find(({kind}) => kind === 'shared')?.id;
  assert.ok(shared);
  const item = (ref: string) => plan.items.find(one => one.ref === ref)?.id ?? ref;
  return {
    server: own,
    plan,
    planId,
    storage,
    shared: shared satisfies CompartmentId,
    id,
    as,
    get: (key: string, path: string) => as(key, 'GET', path),
    /** The id of an item of the file; anything else stays what it is. */
    item,
    /** Says what somebody's own side thinks of an item. */
    async say(key: string, ref: string, said: object): Promise<Said> {
      const answer = await as(key, 'PUT', `/positions/${item(ref)}`, {party: id(key), ...said});
      return {
        status: answer.statusCode,
        text: answer.body,
        error: answer.json<Partial<ErrorBody>>().error,
      };
    },
    async positionsOf(key: string): Promise<readonly StandingPosition[]> {
      const answer = await as(key, 'GET', '/records?kinds=positions');
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json<{positions: StandingPosition[]}>().positions;
    },
    async moveOn(stage: string): Promise<void> {
      assert.equal((await as('esme', 'PATCH', '', {stage})).statusCode, 200);
    },
  };
}
