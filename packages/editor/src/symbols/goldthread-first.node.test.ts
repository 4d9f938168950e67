import assert from 'node:assert/strict';
import test from 'node:test';
import {gzipSync} from 'node:zlib';
import {readSymbolPack} from '@goldthread/schema/symbols';
import {goldthreadFirst} from './goldthread-first.ts';

/** Pictures on one page, so that a child meets at most nine stops. */
const A_PAGE = 9;
const MOST_BYTES = 9500;
const {categories, symbols} = goldthreadFirst;

const wordsOf = (category: string): string[] =>
  symbols.filter(one => one.category === category).map(one => one.word);

test('the first set is read by the reader of a school’s own', () => {
  const read = readSymbolPack(JSON.parse(JSON.stringify(goldthreadFirst)));
  assert.deepEqual(read, goldthreadFirst);
});

test('no two pictures of the first set have the same word', () => {
  const words = symbols.map(one => one.word.toLowerCase());
  assert.deepEqual(
    words.filter((word, index) => words.indexOf(word) < index),
    [],
  );
});

for (const {id, word} of categories) {
  test(`the page "${word}" of the first set has six to nine pictures`, () => {
    const found = wordsOf(id).length;
    assert.ok(found >= 6 && found <= A_PAGE, `${found}`);
  });
}

test('a child can always say that it does not know, or does not want to say', () => {
  assert.deepEqual(wordsOf('feelings').slice(-2), ['I do not know', 'I do not want to say']);
});

test(`the first set has at most ${MOST_BYTES / 1000} kB`, t => {
  const bytes = gzipSync(JSON.stringify(goldthreadFirst)).length;
  t.diagnostic(`${(bytes / 1000).toFixed(1)} kB`);
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
});
