import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Meeting} from '../support/meeting.ts';
import {PHONE, until, wordsOf} from '../support/person-page.ts';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

test('a server killed in mid-sentence has everything that anyone had seen or that said Saved', async () => {
  const esme = await meeting.join('esme');
  const temi = await meeting.join('temi', {screen: PHONE});
  const [hers, theirs] = await Promise.all([esme.item('B', 0), temi.item('B', 0)]);
  await temi.typeAtEnd(theirs, ' This was saved.');
  await temi.isSaved();
  const typing = temi.page.keyboard.type(' And this was still being written when', {delay: 15});
  await until(async () => (await wordsOf(hers)).includes('And this was'), 'the keyworker sees part of it');
  const seen = await wordsOf(hers);
  await meeting.served.kill();
  await typing;
  await temi.page.keyboard.type(' the lights went out.');
  await meeting.served.run();
  // Somebody whose browser has never held the plan: only what the server kept can reach them while the others wait.
  const hollis = await meeting.join('hollis');
  const fresh = await wordsOf(await hollis.item('B', 0));
  assert.ok(fresh.includes('This was saved.'), fresh);
  assert.ok(fresh.startsWith(seen), `seen before: ${seen}\nkept: ${fresh}`);
  await temi.isSaved();
  await until(async () => (await wordsOf(hers)).includes('the lights went out.'), 'the rest arrives');
  assert.equal(await wordsOf(hers), await wordsOf(theirs));
  assert.deepEqual(meeting.complaints, []);
});
