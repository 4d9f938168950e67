import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {proposalStand} from '../testing/proposal-stand.ts';
import {TestServer} from '../testing/index.ts';

const server = await TestServer.start();
after(() => server.stop());

const NOW = 'A therapist will work with Jory.';
const HERS = 'A therapist will work with Jory every week.';

test('the mother suggests other words where she may not write; they stand beside the plan’s until whoever owns it accepts', async () => {
  const {suggest, list, answer, says, suggested, id} = await proposalStand(server);
  const hers = await suggest('temi', 'F1', HERS, 'He forgets in two weeks.');
  assert.equal(await says('section:F', 'F1'), NOW);
  assert.equal(await suggested(hers.root), HERS);
  const [mine] = await list('temi');
  assert.deepEqual(
    [mine?.state, mine?.party, mine?.name, mine?.reason, mine?.choices],
    ['proposed', 'temi', 'Temi Adeyemi', 'He forgets in two weeks.', ['withdraw']],
  );
  const [his] = await list('marcus');
  assert.deepEqual(his?.choices, ['accept', 'counter', 'refuse']);
  assert.deepEqual((await list('callum'))[0]?.choices, ['counter']);
  const accepted = await answer('marcus', hers.proposalId, 'accept');
  assert.deepEqual([accepted.status, accepted.view.state], [200, 'agreed']);
  assert.equal(await says('section:F', 'F1'), HERS);
  const [over] = await list('temi');
  assert.deepEqual(
    over?.steps.map(one => [one.step, one.by, one.name]),
    [['accept', id('marcus'), 'Marlshire County Council']],
  );
  assert.deepEqual(over?.choices, []);
});

test('accepting keeps what was changed in other sentences meanwhile, and asks again where both changed one', async () => {
  const {suggest, edit, answer, says} = await proposalStand(server);
  const hers = await suggest('temi', 'F1', `${NOW} It is every week.`);
  await edit('section:F', 'F1', 'A speech therapist will work with Jory.');
  assert.equal((await answer('marcus', hers.proposalId, 'accept')).code, 'ASK_AGAIN');
  assert.equal(await says('section:F', 'F1'), 'A speech therapist will work with Jory.');
  await edit('section:F', 'F1', NOW);
  assert.equal((await answer('marcus', hers.proposalId, 'accept')).status, 200);
  assert.equal(await says('section:F', 'F1'), `${NOW} It is every week.`);
});

test('nobody accepts words that they didn’t see', async () => {
  const {suggest, answer, says} = await proposalStand(server);
  const hers = await suggest('temi', 'F1', HERS);
  const refused = await answer('marcus', hers.proposalId, 'accept', {saw: '0123456789abcdef'});
  assert.deepEqual([refused.status, refused.code], [409, 'ALREADY_CHANGED']);
  assert.equal(await says('section:F', 'F1'), NOW);
});

test('a refusal takes a plain reason, which its author reads; both wordings stand, and minds may change', async () => {
  const {suggest, list, answer, says, suggested} = await proposalStand(server);
  const hers = await suggest('temi', 'F1', HERS);
  assert.equal((await answer('marcus', hers.proposalId, 'refuse')).code, 'SAY_WHY');
  const refused = await answer('marcus', hers.proposalId, 'refuse', {reason: 'There is no therapist.'});
  assert.equal(refused.view.state, 'different');
  const [mine] = await list('temi');
  assert.deepEqual([mine?.state, mine?.steps[0]?.reason], ['different', 'There is no therapist.']);
  assert.deepEqual([await says('section:F', 'F1'), await suggested(hers.root)], [NOW, HERS]);
  assert.equal(
    (await answer('marcus', hers.proposalId, 'refuse', {reason: 'No.'})).code,
    'NOT_YOURS_TO_ANSWER',
  );
  assert.equal((await answer('esme', hers.proposalId, 'accept')).view.state, 'agreed');
});

test('words that the officer suggests back become the plan’s by the mother’s yes, which settles what she suggested', async () => {
  const {suggest, list, answer, retype, says, as} = await proposalStand(server);
  const hers = await suggest('temi', 'F1', HERS);
  const made = await as('marcus', 'POST', `/proposals/${hers.proposalId}/counter`, {
    reason: 'We can do this.',
  });
  assert.equal(made.statusCode, 201, made.body);
  const [first, back] = await list('temi');
  assert.ok(first && back);
  assert.deepEqual([first.state, back.state, back.answersTo], ['countered', 'proposed', first.id]);
  assert.deepEqual(back.choices, ['accept', 'counter', 'refuse']);
  const his = 'A therapist will work with Jory every two weeks.';
  await retype(hers.where, back.root, back.wordingId, his);
  assert.equal((await answer('marcus', back.id, 'accept')).code, 'NOT_YOURS_TO_ANSWER', 'not his own');
  assert.equal((await answer('callum', back.id, 'accept')).code, 'NOT_YOURS_TO_ANSWER');
  assert.equal((await answer('temi', back.id, 'accept')).status, 200);
  assert.equal(await says('section:F', 'F1'), his);
  assert.deepEqual(
    (await list('callum')).map(one => [one.name, one.state]),
    [
      ['Temi Adeyemi', 'agreed'],
      ['Marlshire County Council', 'agreed'],
    ],
  );
});

test('an answer begins with the words that it answers, and a side answers once at a time', async () => {
  const {suggest, answer, as, suggested, list} = await proposalStand(server);
  const hers = await suggest('temi', 'F1', HERS);
  const again = await as('temi', 'POST', '/proposals', {itemId: hers.wordingId, reason: ''});
  assert.equal(again.statusCode, 404, 'nobody suggests words for a suggestion');
  const twice = await as('temi', 'POST', '/proposals', {itemId: (await list('temi'))[0]?.item, reason: ''});
  assert.equal(twice.statusCode, 409);
  await answer('esme', hers.proposalId, 'counter');
  assert.equal((await answer('esme', hers.proposalId, 'counter')).code, 'SUGGESTED_ALREADY');
  const back = (await list('esme')).find(one => one.answersTo !== null);
  assert.equal(await suggested(back?.root ?? ''), HERS);
});

test('accepting an answer takes nothing out that was changed before it and never stood in it', async () => {
  const {suggest, edit, answer, says, list} = await proposalStand(server);
  const hers = await suggest('temi', 'F1', `${NOW} It is every week.`);
  const changed = 'A speech therapist will work with Jory. Wren shows how.';
  await edit('section:F', 'F1', changed);
  await answer('callum', hers.proposalId, 'counter');
  const back = (await list('marcus')).find(one => one.answersTo !== null);
  assert.equal((await answer('marcus', back?.id ?? '', 'accept')).code, 'ASK_AGAIN');
  assert.equal(await says('section:F', 'F1'), changed);
});

test('what a side takes back is over, and it may suggest anew', async () => {
  const {suggest, answer, list} = await proposalStand(server);
  const hers = await suggest('temi', 'F1', HERS);
  assert.equal((await answer('callum', hers.proposalId, 'withdraw')).code, 'NOT_YOURS_TO_ANSWER');
  assert.equal((await answer('temi', hers.proposalId, 'withdraw')).view.state, 'withdrawn');
  assert.equal((await answer('marcus', hers.proposalId, 'accept')).code, 'NOT_YOURS_TO_ANSWER');
  await suggest('temi', 'F1', HERS);
  assert.deepEqual(
    (await list('marcus')).map(({state}) => state),
    ['withdrawn', 'proposed'],
  );
});

test('with its item a proposal is gone', async () => {
  const {suggest, answer, list, shared} = await proposalStand(server);
  const hers = await suggest('temi', 'F1', HERS);
  await server.server.sync.writeAsServer([
    {
      id: shared,
      items: [],
      write(doc) {
        doc.getXmlFragment('section:F').delete(0, 1);
      },
    },
  ]);
  assert.deepEqual(await list('temi'), []);
  for (const step of ['accept', 'refuse', 'counter'] as const)
    assert.equal((await answer('marcus', hers.proposalId, step, {reason: 'No.'})).status, 404, step);
});

test('nobody suggests other words for a child’s own, nor after the plan has ceased', async () => {
  const {as, item, moveOn} = await proposalStand(server);
  const suggest = async (key: string, ref: string) =>
    (await as(key, 'POST', '/proposals', {itemId: item(ref), reason: ''})).statusCode;
  for (const ref of ['A1', 'T1', 'AAAAAAAAAAAAAAAAAAAAAA', 'nothing'])
    for (const key of ['temi', 'marcus', 'jory']) assert.equal(await suggest(key, ref), 404, `${key} ${ref}`);
  assert.equal(await suggest('delphine', 'F1'), 404, 'of whom not everybody may know');
  await moveOn('final');
  assert.equal(await suggest('callum', 'F1'), 201);
  await moveOn('ceased');
  assert.equal(await suggest('temi', 'F1'), 404);
});

test('whoever accepts is noted as who did it, and the words stay the proposer’s', async () => {
  const {suggest, answer, storage, planId, shared, id} = await proposalStand(server);
  const {headers} = await server.signIn(planId, id('temi'));
  const url = `/api/plans/${planId}/tickets`;
  const ticket = await server.send({method: 'POST', url, headers, payload: {compartmentId: shared}});
  const {cid} = ticket.json<{cid: number}>();
  const hers = await suggest('temi', 'F1', HERS);
  await answer('marcus', hers.proposalId, 'accept');
  const rows = await storage.updateLog(shared, 0, 100);
  const row = rows.find(({kind}) => kind === 'accept');
  assert.equal(row?.participantId, id('marcus'));
  const carry = await storage.carry(shared);
  assert.ok(carry.length > 0);
  assert.ok(carry.every(one => row.inserted.some(({client}) => client === one.client)));
  assert.ok(carry.every(({sourceClient}) => sourceClient === cid));
  const notes = (await storage.audit(planId)).filter(({action}) => action.startsWith('propos'));
  assert.deepEqual(
    notes.map(({action, actor, detail}) => [action, actor, detail]),
    [
      ['proposalAnswered', id('marcus'), {step: 'accept'}],
      ['proposed', id('temi'), {}],
    ],
  );
});
