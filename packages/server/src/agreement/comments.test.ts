import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {NOWHERE, commentStand} from '../testing/comment-stand.ts';
import {filesHolding} from '../testing/files-holding.ts';
import {TestServer} from '../testing/index.ts';

const server = await TestServer.start();
after(() => server.stop());

test('whoever reads an item says something beside it, is answered, and anybody there says that it is dealt with', async () => {
  const {say, act, threadsOf, item, id} = await commentStand(server);
  const first = await say('callum', 'F1', ' How often? ');
  assert.equal(first.status, 201, first.body);
  const replied = await say('temi', 'F1', 'Twice a week.', {replyTo: first.thread.id});
  assert.equal(replied.status, 201, replied.body);
  assert.equal((await act('marcus', 'resolve', first.thread.id)).statusCode, 200);
  const [thread] = await threadsOf('esme');
  assert.ok(thread);
  assert.deepEqual(
    thread.comments.map(one => [one.kind, one.byName, one.relationship, one.text]),
    [
      ['comment', 'Callum Penhale', 'Jory’s dad', 'How often?'],
      ['comment', 'Temi Adeyemi', 'Jory’s mum', 'Twice a week.'],
    ],
  );
  assert.deepEqual([thread.item, thread.resolved?.by, thread.anchor], [item('F1'), id('marcus'), null]);
  await act('temi', 'resolve', first.thread.id);
  await act('callum', 'reopen', replied.thread.comments[1]?.id ?? '');
  assert.equal((await threadsOf('esme'))[0]?.resolved, null);
});

test('words are taken back by whoever wrote them and by nobody else; that there were some stays', async () => {
  const {say, act, threadsOf, storage, planId} = await commentStand(server);
  const {thread} = await say('temi', 'F1', 'I wrote this in anger.');
  await say('esme', 'F1', 'I hear you.', {replyTo: thread.id});
  const missing = await act('callum', 'take-back', NOWHERE);
  const others = await act('esme', 'take-back', thread.id);
  assert.deepEqual([others.statusCode, others.body], [404, missing.body]);
  assert.equal((await act('temi', 'take-back', thread.id)).statusCode, 200);
  const [seen] = await threadsOf('callum');
  assert.deepEqual(
    seen?.comments.map(one => [one.text, one.takenBackAt !== null]),
    [
      ['', true],
      ['I hear you.', false],
    ],
  );
  assert.doesNotMatch(JSON.stringify(await storage.talk.comments.of(planId)), /anger/);
});

test('a comment belongs to words, says what they were once they are others, and that they are gone', async () => {
  const {say, threadsOf, change, placeOf} = await commentStand(server);
  const anchor = await placeOf('F1', 'section:F', 2, 11);
  const said = await say('callum', 'F1', 'Which one?', {anchor});
  assert.deepEqual(said.thread.anchor, {...anchor, quote: 'therapist', state: 'there'});
  const now = async () => (await threadsOf('temi'))[0]?.anchor;
  await change('F1', 'section:F', words => words.insert(0, 'Each week '.repeat(100)));
  assert.deepEqual(await now(), {...anchor, quote: 'therapist', state: 'there'});
  await change('F1', 'section:F', words => words.insert(1002 + 4, 'o'));
  assert.deepEqual(await now(), {...anchor, quote: 'therapist', state: 'changed'});
  await change('F1', 'section:F', words => words.delete(1002, 10));
  assert.deepEqual(await now(), {...anchor, quote: 'therapist', state: 'gone'});
  for (const place of [anchor.start, '', 'AAAA', 'not base64!', '_____w']) {
    const refused = await say('callum', 'F1', 'Here?', {anchor: {start: place, end: place}});
    assert.equal(refused.status, 409, place);
    assert.match(refused.body, /WORDS_NOT_THERE/);
  }
});

test('in a thousand edits a comment either belongs to its words still or says that they are gone', async () => {
  const {say, threadsOf, change, placeOf} = await commentStand(server);
  await say('callum', 'F1', 'Which one?', {anchor: await placeOf('F1', 'section:F', 2, 11)});
  let seed = 7;
  const below = (most: number): number => (seed = (seed * 48271) % 2147483647) % most;
  for (let round = 0; round < 20; round += 1) {
    let stands = true;
    await change('F1', 'section:F', words => {
      for (let edit = 0; edit < 50; edit += 1) {
        const at = below(words.length + 1);
        if (below(3) > 0) words.insert(at, 'abc de'.slice(below(6)));
        else words.delete(Math.min(at, words.length - 1), 1);
      }
      stands = words.toJSON().includes('therapist');
    });
    const anchor = (await threadsOf('temi'))[0]?.anchor;
    assert.equal(anchor?.quote, 'therapist');
    assert.equal(anchor.state === 'there', stands, `round ${round}`);
  }
});

test('what somebody says to a child’s own words is an answer, and what the child says there is a comment', async () => {
  const {say, as, id, threadsOf} = await commentStand(server);
  assert.equal((await say('esme', 'T1', 'I love that room too.')).thread.comments[0]?.kind, 'answer');
  assert.equal((await say('temi', 'A1', 'He says it each night.')).thread.comments[0]?.kind, 'answer');
  assert.equal((await say('jory', 'T1', 'it is blue')).thread.comments[0]?.kind, 'comment');
  assert.equal((await say('esme', 'F1', 'Yes.', {kind: 'answer'})).status, 400);
  // What the child kept from his father stays between those who read it.
  const own = {root: 'house:worries', text: 'big voice', shareWith: [id('esme')]};
  const {itemId} = (await as('jory', 'POST', '/items', own)).json<{itemId: string}>();
  assert.equal((await say('esme', itemId, 'We will ask him to whisper.')).status, 201);
  assert.equal((await threadsOf('callum')).length, 3);
  assert.equal((await threadsOf('jory')).length, 4);
});

test('words are held against protected values and private notes, sealed, purged, and noted for the readers of the item', async () => {
  const {say, as, id, storage, planId, shared, change, placeOf, threadsOf} = await commentStand(server);
  const ADDRESS = 'Flat 3, Harbour Court, Saltmere';
  const value = {kind: 'address', value: ADDRESS, audience: [id('bronagh'), id('anita')]};
  assert.equal((await as('bronagh', 'POST', '/contacts', value)).statusCode, 201);
  assert.match((await say('bronagh', 'F1', `Not at ${ADDRESS}.`)).body, /PROTECTED_VALUE/);
  await change('F1', 'section:F', words => words.insert(0, `${ADDRESS}: `));
  const anchor = await placeOf('F1', 'section:F', 0, ADDRESS.length);
  assert.equal((await say('callum', 'F1', `Is it ${ADDRESS} then?`, {anchor})).status, 201);
  assert.deepEqual(filesHolding(server.folder, ['Harbour Court', 'commentResolved']), []);
  const [note] = (await storage.audit(planId)).filter(({action}) => action === 'commented');
  assert.deepEqual([note?.actor, note?.compartmentId, note?.detail], [id('callum'), shared, {}]);
  const purged = await as('bronagh', 'POST', '/purges', {compartmentId: shared, text: ADDRESS});
  assert.equal(purged.statusCode, 202, purged.body);
  const [left] = await threadsOf('temi');
  assert.deepEqual([left?.comments[0]?.text, left?.anchor], ['Is it  then?', null]);
});
