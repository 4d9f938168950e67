import assert from 'node:assert/strict';
import test from 'node:test';
import type {PlanId} from '@goldthread/schema';
import {openWith} from '../../open-storage.ts';
import {ADMIN, TEST_MASTER_KEY, TestServer, personId, smallPlan} from '../../testing/index.ts';

test('what somebody could read is sealed under new keys as soon as their access is over, and not before', async t => {
  const renewed: string[] = [];
  const server = await TestServer.start({
    openStorage: folder => {
      const storage = openWith(folder, TEST_MASTER_KEY);
      const renew = storage.rotateKey.bind(storage);
      storage.rotateKey = async (id, purgedAt) => {
        renewed.push(id);
        await renew(id, purgedAt);
      };
      return storage;
    },
  });
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const {storage} = server.server.http;
  const end = async (key: string, accessEnds: string) => {
    const url = `/api/plans/${plan.planId}/participants/${personId(plan, key)}`;
    const answer = await server.send({method: 'PATCH', url, headers: ADMIN, payload: {accessEnds}});
    assert.equal(answer.statusCode, 200, answer.body);
  };
  await end('callum', '2100-01-01T00:00:00Z');
  assert.deepEqual(renewed, []);
  await end('callum', '2020-01-01T00:00:00Z');
  const all = await storage.compartments(plan.planId as PlanId);
  const his = all.filter(one => one.audience?.some(id => id === personId(plan, 'callum')) ?? true);
  assert.ok(his.length >= 2 && his.length < all.length);
  assert.deepEqual(renewed.toSorted(), his.map(({id}) => id).toSorted());
  await end('callum', '2019-01-01T00:00:00Z');
  assert.equal(renewed.length, his.length);
  const {headers} = await server.signIn(plan.planId, personId(plan, 'bronagh'));
  const read = await server.send({method: 'GET', url: `/api/plans/${plan.planId}`, headers});
  assert.match(read.body, /bell rings/);
});
