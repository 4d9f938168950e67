import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {agreementStand} from '../testing/agreement-stand.ts';
import {TestServer, smallPlan} from '../testing/index.ts';
import type {ScaleView} from './scale-view.ts';

const server = await TestServer.start();
after(() => server.stop());

test('a danger statement has a scale of its own, which goes with it where fewer people read it and comes back', async () => {
  const worries = [
    {id: 'D', type: 'danger', text: 'He could be hit.', audience: 'everyone'},
    {id: 'H', type: 'harm', text: 'He was hit.', audience: 'everyone'},
  ];
  const {as, get, id, item} = await agreementStand(server, {...smallPlan(), signsOfSafety: {worries}});
  const own = async (key: string): Promise<ScaleView | undefined> =>
    (await get(key, '/records?kinds=ratings')).json<{ratings: ScaleView[]}>().ratings[0];
  const made = await as('bronagh', 'POST', '/scales', {zero: 'a', ten: 'b', about: item('D')});
  assert.equal(made.statusCode, 201, made.body);
  assert.equal((await own('callum'))?.about, item('D'));
  const scaleId = made.json<ScaleView>().id;
  assert.equal((await as('callum', 'PUT', `/scales/${scaleId}/rating`, {value: 9})).statusCode, 200);
  for (const about of [item('H'), 'nowhere'])
    assert.equal((await as('bronagh', 'POST', '/scales', {zero: 'c', ten: 'd', about})).statusCode, 404);

  const withheld = await as('bronagh', 'POST', '/withholdings', {
    itemIds: [item('D')],
    hiddenFrom: [id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  });
  const decision = withheld.json<{withholdingId: string; compartmentId: string; itemIds: string[]}>();
  assert.equal(withheld.statusCode, 201, withheld.body);
  assert.equal(await own('callum'), undefined);
  const kept = await own('temi');
  assert.deepEqual(
    [kept?.about, kept?.compartmentId, kept?.ratings],
    [decision.itemIds[0], decision.compartmentId, []],
    'a number that nobody has shown stays its owner’s',
  );
  const undone = await as('bronagh', 'POST', `/withholdings/${decision.withholdingId}/undo`);
  assert.equal(undone.statusCode, 200, undone.body);
  const back = await own('callum');
  assert.deepEqual([back?.id, back?.ratings.map(({value}) => value)], [scaleId, [9]]);
  assert.equal((await own('temi'))?.about, back?.about);
});
