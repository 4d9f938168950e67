import type test from 'node:test';
import {smallPlan} from './small-plan.ts';
import {personId, TestServer} from './test-server.ts';

type Body = Record<string, unknown> & {readonly error?: {readonly code: string}};

/** A small plan on a server of its own, and what each person on it is answered, each in a session that is sure of them. */
export async function planStand(t: test.TestContext) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const id = (key: string) => personId(plan, key);
  const as = async (
    key: string,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    payload?: object,
  ) => {
    const {headers} = await server.signIn(plan.planId, id(key), true);
    const url = `/api/plans/${plan.planId}${path}`;
    const answer = await server.send({method, url, headers, ...(payload && {payload})});
    const body: Body = answer.body === '' ? {} : answer.json<Body>();
    return {status: answer.statusCode, body, code: body.error?.code};
  };
  return {server, plan, id, as};
}
