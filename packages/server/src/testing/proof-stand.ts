import assert from 'node:assert/strict';
import type {LightMyRequestResponse} from 'fastify';
import type {PlanId} from '@goldthread/schema';
import {smallPlan} from './small-plan.ts';
import type {SoftPasskey} from './soft-passkey.ts';
import {TestServer, personId, type SignedInPerson} from './test-server.ts';

/** Where browsers find the server of a {@link proofStand}. */
export const ORIGIN = 'https://plans.example.org';

type Headers = SignedInPerson['headers'];

/** A server with a plan, and what showing that it is oneself there takes. */
export async function proofStand(
  t: {after(task: () => Promise<void>): void},
  {file = smallPlan(), stillAt}: {readonly file?: object; readonly stillAt?: number} = {},
) {
  const environment = {GOLDTHREAD_PUBLIC_URL: ORIGIN};
  const server = await TestServer.start({environment, ...(stillAt !== undefined && {stillAt})});
  t.after(() => server.stop());
  const plan = await server.importPlan(file);
  const id = (key: string) => personId(plan, key);
  const post = async (headers: Headers, path: string, payload?: object) =>
    await server.send({method: 'POST', url: `/api/session${path}`, headers, ...(payload && {payload})});
  const look = async (headers: Headers) =>
    (await server.send({method: 'GET', url: '/api/session', headers})).json<{
      confirmed: boolean;
      hasPasskey: boolean;
    }>();
  return {
    server,
    plan,
    id,
    post,
    look,
    signIn: async (key: string, confirmed?: boolean) =>
      (await server.signIn(plan.planId, id(key), confirmed)).headers,
    /** A session from a link that somebody on the plan made. */
    async invitedBy(headers: Headers, key: string): Promise<Headers> {
      const url = `/api/plans/${plan.planId}/invites`;
      const payload = {participantId: id(key)};
      const {token} = (await server.send({method: 'POST', url, headers, payload})).json<{token: string}>();
      const opened = await server.send({method: 'POST', url: '/api/session', payload: {token}});
      return {authorization: `Bearer ${opened.json<{sessionToken: string}>().sessionToken}`};
    },
    async codeFrom(headers: Headers, key: string): Promise<string> {
      const answer = await post(headers, '/codes', {participantId: id(key)});
      assert.equal(answer.statusCode, 201, answer.body);
      return answer.json<{code: string}>().code;
    },
    async addPasskey(headers: Headers, passkey: SoftPasskey): Promise<LightMyRequestResponse> {
      const asked = await post(headers, '/passkeys/options');
      if (asked.statusCode !== 200) return asked;
      const credential = passkey.make(asked.json<{challenge: string}>().challenge);
      return await post(headers, '/passkeys/register', {credential});
    },
    async show(headers: Headers, passkey: SoftPasskey): Promise<LightMyRequestResponse> {
      const asked = await post(headers, '/passkeys/challenge');
      if (asked.statusCode !== 200) return asked;
      const credential = passkey.show(asked.json<{challenge: string}>().challenge);
      return await post(headers, '/passkeys/verify', {credential});
    },
    actions: async () =>
      (await server.server.http.storage.audit(plan.planId as PlanId)).map(
        ({action, actor, subject, detail}) => [action, actor, subject, detail['by']],
      ),
  };
}

/** Status and code of an answer. */
export const codeOf = (answer: LightMyRequestResponse) => [
  answer.statusCode,
  answer.json<{error?: {code: string}}>().error?.code,
];
