import assert from 'node:assert/strict';
import {test} from 'node:test';
import {plainText, wordsOf} from './words.ts';

test('capitals, accents, full-width letters, apostrophes, soft hyphens and invisible characters make no difference', () => {
  for (const written of [
    'Harbour Court don’t',
    'HARBOUR   COURT, dont',
    "Har\u00adbour Co\u200burt — don't",
    'Ｈａｒｂｏｕｒ Ｃｏｕｒｔ dönt',
    'harbour\u00a0court\ndon`t',
  ]) {
    assert.equal(plainText(written), 'harbour court dont');
  }
});

test('a word knows where it stands in the text as it was written', () => {
  const text = '“Flat 3,Har\u00adbour” 👍 café';
  assert.deepEqual(
    wordsOf(text).map(word => text.slice(word.start, word.end)),
    ['Flat', '3', 'Har\u00adbour', 'café'],
  );
});

test('other scripts are words too, and what holds no word has none', () => {
  assert.deepEqual(
    wordsOf('مرحبا 学校').map(word => word.text),
    ['مرحبا', '学校'],
  );
  assert.deepEqual(wordsOf(' … — ! '), []);
});
