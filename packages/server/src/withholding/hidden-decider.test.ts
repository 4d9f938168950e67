import assert from 'node:assert/strict';
import test from 'node:test';
import {TestServer, personId, smallPlan} from '../testing/index.ts';

async function stand(t: test.TestContext) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const id = (key: string) => personId(plan, key);
  const as = async (key: string, method: 'GET' | 'POST', path: string, payload?: object) => {
    const {headers} = await server.signIn(plan.planId, id(key));
    const url = `/api/plans/${plan.planId}${path}`;
    return await server.send({method, url, headers, ...(payload && {payload})});
  };
  const withhold = async (key: string, request: object) => {
    const why = {reasonCode: 'third_party', legalGround: 'Their own matter.'};
    return await as(key, 'POST', '/withholdings', {...why, ...request});
  };
  const codeOf = async (key: string, request: object) =>
    (await withhold(key, request)).json<{error?: {code: string}}>().error?.code;
  return {plan, id, as, withhold, codeOf};
}

const DRAFT = {root: 'sos:working', type: 'note', text: 'We meet on Fridays.'};

test('somebody hidden from the father withholds nothing among readers, marks or items that would tell him', async t => {
  const {plan, id, as, withhold, codeOf} = await stand(t);
  const item = plan.items.find(({ref}) => ref === 'B1')?.id ?? '';
  const lists = async () => (await as('callum', 'GET', '/withholdings')).body;
  const before = await lists();
  const from = (key: string) => [{id: id(key), class: 'marked'}];
  const audience = [id('delphine'), id('bronagh')];
  const withHim = [...audience, id('callum')];
  assert.equal(
    await codeOf('delphine', {draft: DRAFT, hiddenFrom: from('esme'), audience: withHim}),
    'MAY_NOT_PROPOSE',
  );
  assert.equal(
    await codeOf('delphine', {draft: DRAFT, hiddenFrom: from('callum'), audience}),
    'MAY_NOT_PROPOSE',
  );
  const moved = {itemIds: [item], safeWording: {[item]: null}, hiddenFrom: from('esme'), audience};
  assert.equal(await codeOf('delphine', moved), 'MAY_NOT_PROPOSE');
  const kept = await withhold('delphine', {draft: DRAFT, hiddenFrom: from('esme'), audience});
  assert.equal(kept.statusCode, 201);
  assert.equal(await lists(), before);
});

test('a decision of somebody hidden that comes with a plan file is told to its readers as another’s', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const file = smallPlan();
  const audience = ['callum', 'bronagh', 'delphine'];
  const plan = await server.importPlan({
    ...file,
    signsOfSafety: {working: [{id: 'W1', type: 'strength', text: 'He rings.', audience}]},
    withholdings: [
      {
        id: 'WH1',
        items: ['W1'],
        hiddenFrom: [{key: 'temi', class: 'sealed'}],
        audience,
        reasonCode: 'third_party',
        legalGround: 'Confidence.',
        proposedBy: 'delphine',
        approvedBy: 'delphine',
      },
    ],
  });
  const {headers} = await server.signIn(plan.planId, personId(plan, 'callum'));
  const url = `/api/plans/${plan.planId}/withholdings`;
  const {body} = await server.send({method: 'GET', url, headers});
  assert.match(body, /"withholdings":\[\{"id"/);
  assert.ok(!body.includes(personId(plan, 'delphine')));
});
