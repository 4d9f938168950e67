import assert from 'node:assert/strict';
import {test} from 'node:test';
import {WordsFinder} from './words-finder.ts';

const ADDRESS = 'Flat 3, Harbour Court';

test('every place of the words is found, however they are written', () => {
  const finder = new WordsFinder(ADDRESS);
  const text = 'At flat 3 harbour court. Or FLAT3HARBOURCOURT, or Flat 3,\nHar\u00adbour Ct!';
  assert.deepEqual(
    finder.in(text).map(({start, end}) => text.slice(start, end)),
    ['flat 3 harbour court', 'FLAT3HARBOURCOURT', 'Flat 3,\nHar\u00adbour Ct'],
  );
  assert.equal(finder.without(text), 'At . Or , or !');
  assert.equal(finder.without('At the harbour.'), null);
});

test('short words count only where words begin and end, long ones anywhere', () => {
  assert.deepEqual(new WordsFinder('Cour').in('the Court'), []);
  assert.equal(new WordsFinder('court').without('the Court courts court'), 'the  courts ');
  assert.equal(new WordsFinder('Harbour Court').without('in theharbourcourts now'), 'in  now');
});

test('places do not overlap, and nothing is found of nothing', () => {
  assert.equal(new WordsFinder('no no').without('no no no'), ' no');
  for (const empty of ['', '  ']) {
    const finder = new WordsFinder(empty);
    assert.equal(finder.isEmpty, true);
    assert.deepEqual(finder.in('anything'), []);
  }
});

test('what has no letters is looked for as it is', () => {
  assert.equal(new WordsFinder(' 🏠🚂 ').without('🚂🏠🚂🏠🚂!'), '🚂!');
});

test('a text that breaks off in the middle of the words tells them too', () => {
  const finder = new WordsFinder(ADDRESS);
  assert.equal(finder.isToldBy('They moved to Flat 3, Harb'), true);
  assert.equal(finder.isToldBy('They moved to Flat 3, Harbour Court in May'), true);
  assert.equal(finder.isToldBy('They moved to a flat'), false);
  assert.equal(finder.isToldBy('Flat 3 has a window'), false);
});
