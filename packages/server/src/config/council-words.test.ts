import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'node:test';
import {readCouncilWords} from './council-words.ts';

const MEDIATION = {
  name: 'Marlshire Mediation',
  words: 'Call them first.',
  link: 'https://mediation.example/marlshire',
  phone: '01632 960 301',
};

function fileWith(t: test.TestContext, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-'));
  t.after(() => rmSync(folder, {recursive: true}));
  writeFileSync(join(folder, 'council.json'), text);
  return join(folder, 'council.json');
}

test('a council says as much of its own as it likes, and without the setting nothing', t => {
  const {name, words} = MEDIATION;
  const said = {mediation: MEDIATION, appeal: {name, words}};
  assert.deepEqual(readCouncilWords(fileWith(t, JSON.stringify(said))), said);
  assert.equal(readCouncilWords(null), null);
});

for (const [what, text, sentence] of [
  ['no JSON', '{', 'this one can’t be read as JSON.'],
  ['no object', '[]', 'it must be an object.'],
  ['a field of another name', {tribunal: MEDIATION}, 'it has no place for tribunal.'],
  ['something more about one of them', {appeal: {...MEDIATION, html: ''}}, 'appeal has no place for html.'],
  ['a link that runs', {appeal: {...MEDIATION, link: 'javascript:alert(1)'}}, linkIn('appeal')],
  ['a link without a seal', {advice: {...MEDIATION, link: 'http://a.example'}}, linkIn('advice')],
  [
    'a number that cannot be called',
    {advice: {...MEDIATION, phone: '960;ext=1'}},
    'advice.phone must be a telephone number, such as 01632 960 188.',
  ],
  ['no words', {advice: {...MEDIATION, words: ' '}}, 'advice.words must not be empty.'],
  ['nobody', {advice: {words: 'Call.'}}, 'advice.name must be text.'],
  [
    'a long story',
    {advice: {...MEDIATION, words: 'a'.repeat(601)}},
    'advice.words must have at most 600 characters.',
  ],
  ['a whole book', {advice: 'a'.repeat(16_384)}, 'this one has more than 16 kB.'],
] as const)
  test(`${what} in the file stops the start with a sentence that says so`, t => {
    const file = fileWith(t, typeof text === 'string' ? text : JSON.stringify(text));
    const message = `GOLDTHREAD_COUNCIL_WORDS must be a file with a council’s words: ${sentence}`;
    assert.throws(() => readCouncilWords(file), {message});
  });

test('a file that is not there stops the start too', () => {
  assert.throws(() => readCouncilWords('/nowhere/council.json'), /: this one can’t be read\.$/);
});

function linkIn(of: string): string {
  return `${of}.link must be an address that starts with https://.`;
}
