import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {PLACES, EmergencyStage} from '../harness/emergency-stage.ts';
import {flush, type Person} from '../harness/proof/cast.ts';
import {bodyOf} from '../harness/proof/raw-http.ts';
import {waitFor} from '../harness/wait-for.ts';
import {WireClient} from '../harness/wire-client.ts';
import {wordsOf} from '../harness/writing.ts';

const MINUTE = 60_000;
const TOO_LATE = '§too late§';

async function stand(t: TestContext) {
  const made = await EmergencyStage.start();
  t.after(() => made.stage.stop());
  const {cast} = made;
  const places = await made.withheldFor(...PLACES);
  const [bronagh, oluchi] = [await made.proved('bronagh'), await made.proved('oluchi')];
  await cast.open(bronagh);
  const hers = bronagh.sockets[bronagh.documents.findIndex(one => one.id === places)];
  assert.ok(hers);
  return {...made, cast, stage: made.stage, made, places, bronagh, oluchi, hers};
}

/** Somebody's socket of a document. */
async function opened({cast}: EmergencyStage, person: Person, id: string): Promise<WireClient> {
  return await cast.openOne(person, id);
}

function heard(client: WireClient, words: string): boolean {
  return client.received.some(bytes => Buffer.from(bytes).includes(words));
}

test('what was opened is read as it is written, and not written in', async t => {
  const {made, cast, places, bronagh, oluchi, hers} = await stand(t);
  await made.breakGlass(oluchi);
  const his = await opened(made, oluchi, places);
  assert.match(wordsOf(his.doc, 'items'), /surgery/);
  assert.deepEqual(his.last('hello')?.writableRoots, []);
  await cast.write(bronagh, hers, 'items', 'note', 'He may be at the pool');
  await flush([oluchi]);
  assert.match(wordsOf(his.doc, 'items'), /He may be at the pool/);
  await cast.write(oluchi, his, 'items', 'note', 'not mine to write');
  await flush([bronagh]);
  assert.equal(his.closeCode, 4409);
  assert.doesNotMatch(wordsOf(hers.doc, 'items'), /not mine/);
});

test('after an hour it closes by itself: the plan stays open, and nothing that is written then arrives', async t => {
  const {made, stage, cast, places, bronagh, oluchi, hers} = await stand(t);
  await made.breakGlass(oluchi);
  const [plan] = await cast.open(oluchi, 'shared');
  const his = await opened(made, oluchi, places);
  stage.clock.skip(60 * MINUTE - 1);
  await flush([oluchi]);
  assert.ok(his.isOpen);
  stage.clock.advance(1000);
  assert.equal(await his.closed(), 4403);
  await cast.write(bronagh, hers, 'items', 'note', TOO_LATE);
  await flush([bronagh, oluchi]);
  assert.equal(heard(his, TOO_LATE), false);
  assert.ok(plan?.isOpen);
  const again = new WireClient({url: his.url, cid: his.cid});
  stage.clients.add(again);
  await again.opened();
  assert.equal(again.httpStatus, 404);
});

test('when somebody finds that it was not right, it is closed before the answer comes', async t => {
  const {made, cast, places, bronagh, oluchi, hers} = await stand(t);
  const id = await made.breakGlass(oluchi);
  const his = await opened(made, oluchi, places);
  const anita = await made.proved('anita');
  const judged = {outcome: 'notJustified', words: 'He was at home all the time.'};
  await cast.tell(anita, 'POST', `./break-glass/${id}/review`, judged);
  await cast.write(bronagh, hers, 'items', 'note', TOO_LATE);
  assert.equal(await his.closed(), 4403);
  assert.equal(heard(his, TOO_LATE), false);
});

test('what is then withheld from that person by name never reaches the socket that is open', async t => {
  const {made, cast, places, bronagh, oluchi} = await stand(t);
  await made.breakGlass(oluchi);
  const his = await opened(made, oluchi, places);
  const answer = await cast.tell(bronagh, 'POST', './withholdings', {
    draft: {root: 'sos:worries', type: 'note', text: TOO_LATE},
    hiddenFrom: [cast.id('oluchi')],
    audience: PLACES.map(key => cast.id(key)),
    reasonCode: 'third_party',
    legalGround: 'Working Together 2026',
  });
  assert.equal(bodyOf<{compartmentId: string}>(answer).compartmentId, places);
  assert.equal(await his.closed(), 4403);
  assert.equal(heard(his, TOO_LATE), false);
});

test('the manager hears of it at once, the father nothing, and whoever did it what to fetch', async t => {
  const {made, cast, oluchi} = await stand(t);
  const people = [oluchi, await made.proved('anita'), await made.proved('esme'), await made.proved('callum')];
  for (const person of people) await cast.open(person, 'shared');
  await made.breakGlass(oluchi);
  await flush(people);
  const kinds = people.map(({sockets: [plan]}) => plan?.last('records')?.kinds);
  assert.deepEqual(kinds, [['withholdings', 'breakGlass'], ['breakGlass'], ['breakGlass'], undefined]);
});

test('the clock alone brings a late review to the chair', async t => {
  const {made, stage, cast, oluchi} = await stand(t);
  await made.breakGlass(oluchi);
  const stan = await made.proved('stan');
  await cast.open(stan, 'shared');
  const told = () => stan.sockets[0]?.last('records')?.kinds ?? [];
  // Sunday noon: the next working day ends on Monday night.
  stage.clock.skip(35 * 60 * MINUTE);
  await flush([stan]);
  assert.deepEqual(told(), []);
  stage.clock.skip(2 * 60 * MINUTE);
  await waitFor('the chair is told', () => told().includes('breakGlass'));
});
