import assert from 'node:assert/strict';
import test from 'node:test';
import type {PlanId} from '@goldthread/schema';
import {TestServer, personId, smallPlan} from '../testing/index.ts';

const CAR = 'A green car waited at the gate for an hour on Tuesday.';
const BUS = 'A white bus waited at the shop for an hour on Tuesday.';
const REFUGE = 'Flat 3, Harbour Court, Saltmere';

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly made: Record<string, unknown>;
  readonly cleared: readonly string[];
}

/** A plan with a note of the social worker's, which only she and her manager read. */
async function stand(t: test.TestContext, text = CAR) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const id = (key: string) => personId(plan, key);
  const item = (ref: string) => plan.items.find(one => one.ref === ref)?.id ?? '';
  const as = async (key: string, method: 'GET' | 'POST', path: string, payload?: object) => {
    const {headers} = await server.signIn(plan.planId, id(key));
    const url = `/api/plans/${plan.planId}${path}`;
    return await server.send({method, url, headers, ...(payload && {payload})});
  };
  const withhold = async (key: string, request: object): Promise<Answer> => {
    const answer = await as(key, 'POST', '/withholdings', {
      hiddenFrom: [id('callum')],
      reasonCode: 'risk_harm',
      legalGround: 'Serious harm.',
      ...request,
    });
    const made = answer.json<Record<string, unknown>>();
    const error = made['error'] as {code: string; findings?: {key: string}[]} | undefined;
    const cleared = (error?.findings ?? []).map(one => one.key);
    return {status: answer.statusCode, code: error?.code ?? '', made, cleared};
  };
  const {made} = await withhold('bronagh', {
    draft: {root: 'sos:worries', type: 'note', text},
    audience: [id('bronagh'), id('anita')],
  });
  const copied = async () =>
    (await server.server.http.storage.audit(plan.planId as PlanId)).filter(({action}) => action === 'copied');
  return {server, id, item, as, withhold, copied, note: made['compartmentId']};
}

const draftOf = (text: string) => ({draft: {root: 'sos:working', type: 'note', text}});

test('E08: eight words of a note in a new one are stopped where it has other readers, until the writer says why they may stand', async t => {
  const {withhold, copied, id, note} = await stand(t);
  const request = draftOf(`I heard: ${CAR.toUpperCase()}`);
  const stopped = await withhold('bronagh', request);
  assert.deepEqual([stopped.status, stopped.code], [409, 'COPIED_WORDS']);
  assert.deepEqual(await copied(), []);
  const made = await withhold('bronagh', {...request, copyReason: 'needed'});
  assert.equal(made.status, 201, JSON.stringify(made.made));
  const [entry] = await copied();
  assert.deepEqual(
    [entry?.actor, entry?.compartmentId, entry?.detail],
    [id('bronagh'), note, {root: 'sos:working', reason: 'needed', words: '12'}],
  );
  assert.equal((await withhold('bronagh', request)).status, 201, 'it stands there now');
});

test('E08: words for the same readers, or for fewer, are free', async t => {
  const {withhold, copied, id} = await stand(t);
  const audience = [id('bronagh'), id('anita')];
  assert.equal((await withhold('bronagh', {...draftOf(CAR), audience})).status, 201);
  assert.equal((await withhold('bronagh', {...draftOf(CAR), audience: [id('bronagh')]})).status, 201);
  assert.deepEqual(await copied(), []);
});

test('E08: so are words that everybody can read, in whatever part', async t => {
  const open = 'Jory understands sentences of up to three key words.';
  const {withhold, copied} = await stand(t, open);
  assert.equal((await withhold('bronagh', draftOf(open))).status, 201);
  assert.deepEqual(await copied(), []);
});

test('E08: what stays in the place of statutory text, the open reason and why it was decided are held alike', async t => {
  const {withhold, item} = await stand(t);
  const B1 = item('B1');
  const safe = {itemIds: [B1], safeWording: {[B1]: CAR}};
  assert.equal((await withhold('bronagh', safe)).code, 'COPIED_WORDS');
  for (const words of [{openReason: CAR}, {factBase: CAR}, {legalGround: CAR}])
    assert.equal((await withhold('bronagh', {...draftOf('A word.'), ...words})).code, 'COPIED_WORDS');
  assert.equal((await withhold('bronagh', {...safe, copyReason: 'known'})).status, 201);
});

test('E08: words of another note in what two people open are stopped until one of them says why they may stand', async t => {
  const {withhold, as, copied} = await stand(t);
  const draft = {root: 'sos:worries', type: 'harm', text: CAR};
  const {made} = await withhold('bronagh', {draft, copyReason: 'needed'});
  const path = `/withholdings/${String(made['withholdingId'])}/release`;
  assert.equal((await as('bronagh', 'POST', path, {})).statusCode, 200);
  const stopped = await as('anita', 'POST', path, {});
  assert.equal(stopped.json<{error: {code: string}}>().error.code, 'COPIED_WORDS');
  const opened = await as('anita', 'POST', path, {copyReason: 'known'});
  assert.equal(opened.statusCode, 200, opened.body);
  assert.deepEqual(
    (await copied()).map(({detail}) => detail['reason']),
    ['known', 'needed'],
  );
});

test('E06: what copied words could tell is cleared by name before they stand in a note with other readers', async t => {
  const told = 'Somebody told us on 07700 900123 where he waits after school.';
  const {withhold} = await stand(t, told);
  const request = {...draftOf(told), copyReason: 'needed'};
  const stopped = await withhold('bronagh', request);
  assert.deepEqual([stopped.code, stopped.cleared.length], ['DISCLOSURE', 1]);
  assert.equal((await withhold('bronagh', {...request, cleared: stopped.cleared})).status, 201);
});

test('E08: whoever doesn’t receive the note writes the same words as any others, and learns nothing', async t => {
  const {withhold, copied, item} = await stand(t);
  const safe = (ref: string, text: string) => ({itemIds: [item(ref)], safeWording: {[item(ref)]: text}});
  const shapeOf = ({status, made}: Answer) => [status, Object.keys(made), made['status']];
  for (const [same, other] of [
    [safe('B1', CAR), safe('F1', BUS)],
    [draftOf(CAR), draftOf(BUS)],
  ] as const) {
    const answer = await withhold('esme', same);
    assert.equal(answer.status, 201);
    assert.deepEqual(shapeOf(answer), shapeOf(await withhold('esme', other)));
  }
  assert.deepEqual(await copied(), []);
});

test('E07: a value of the store is refused in both, and told to those who keep it where the writer may not know it', async t => {
  const {withhold, as, item, id} = await stand(t);
  await as('bronagh', 'POST', '/contacts', {kind: 'address', value: REFUGE});
  const B1 = item('B1');
  const safe = {itemIds: [B1], safeWording: {[B1]: `Not at ${REFUGE}.`}};
  for (const request of [draftOf(`At ${REFUGE}.`), safe])
    assert.equal((await withhold('bronagh', request)).code, 'PROTECTED_VALUE');
  const made = await withhold('esme', draftOf(`At ${REFUGE}.`));
  const asked = await withhold('esme', safe);
  assert.equal(asked.code, 'DISCLOSURE', 'as any address');
  assert.equal((await withhold('esme', {...safe, cleared: asked.cleared})).status, 201);
  const sightings = async () =>
    (await as('anita', 'GET', '/contacts'))
      .json<{contacts: {sightings: {by: string; itemId: string}[]}[]}>()
      .contacts.flatMap(contact => contact.sightings);
  // Whoever wrote it is answered before those who keep it are told.
  while ((await sightings()).length < 2) await new Promise(resolve => setImmediate(resolve));
  assert.deepEqual(
    (await sightings()).map(one => [one.by, one.itemId]),
    [
      [id('esme'), (made.made['itemIds'] as string[])[0]],
      [id('esme'), B1],
    ],
  );
});
