import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {wordsOf} from '../base/words.ts';
import {seededRandom} from '../testing/seeded-random.ts';
import {SHINGLE_WORDS, ShingleIndex, firstSharedRun} from './shingles.ts';

const MAN =
  'On 21 October a man asked the school office what time Year 3 goes home and gave Jory’s full name.';
const LIFTS = 'the guy with the grey car is not my boyfriend he just gives me lifts';

describe('E08: eight words in a row', () => {
  test('retyped words are found whatever their capitals, commas, apostrophes and invisible characters', () => {
    const retyped =
      'She said that A MAN, asked the school-office: what time\nYe\u00adar 3 goes… and then left.';
    const run = firstSharedRun(retyped, MAN);
    assert.ok(run);
    assert.equal(run.words, 11);
    assert.equal(
      retyped.slice(run.start, run.end),
      'A MAN, asked the school-office: what time\nYe\u00adar 3 goes',
    );
    assert.equal(
      MAN.slice(run.narrowStart, run.narrowEnd),
      'a man asked the school office what time Year 3 goes',
    );
  });

  test('seven words in a row are not enough, and eight are', () => {
    const words = wordsOf(MAN).map(word => word.text);
    assert.equal(firstSharedRun(`x ${words.slice(3, 10).join(' ')} y`, MAN), null);
    assert.equal(firstSharedRun(`x ${words.slice(3, 11).join(' ')} y`, MAN)?.words, 8);
    assert.equal(firstSharedRun('', MAN), null);
    assert.equal(firstSharedRun(MAN, ''), null);
    assert.equal(firstSharedRun('a b c', 'a b c', 3)?.words, 3);
  });

  test('it agrees with comparing every place with every place', () => {
    const random = seededRandom(8);
    const pick = () => ['Jory', 'sits', 'by', 'the', 'door'][(random(1)[0] ?? 0) % 5] ?? '';
    for (let round = 0; round < 400; round += 1) {
      const wide = Array.from({length: 30}, pick);
      const narrow = Array.from({length: 30}, pick);
      const length = 3 + (round % 4);
      const found = firstSharedRun(wide.join(' '), narrow.join(', '), length);
      const first = wide.findIndex((_, at) => {
        const run = wide.slice(at, at + length);
        return (
          run.length === length && narrow.some((__, on) => run.every((word, k) => narrow[on + k] === word))
        );
      });
      const expected = first === -1 ? null : wide.slice(0, first).join(' ').length + (first === 0 ? 0 : 1);
      assert.equal(found?.start ?? null, expected, `seed 8, round ${round}`);
    }
  });
});

describe('an index of many texts', () => {
  test('says which text the words come from, and forgets a text that is removed or replaced', () => {
    const index = new ShingleIndex();
    index.add('man', MAN);
    index.add('lifts', LIFTS);
    const copied = `Kez wrote: ${LIFTS}.`;
    assert.equal(index.match(copied)?.source, 'lifts');
    assert.equal(index.match(MAN)?.source, 'man');
    assert.equal(index.match('Jory likes the red train and the blue room at school.'), null);
    index.add('lifts', 'something else that nobody has copied from here before');
    assert.equal(index.match(copied), null);
    index.remove('man');
    index.remove('man');
    assert.equal(index.match(MAN), null);
  });

  test('a text that stands there twice is still there when one of the two goes', () => {
    const index = new ShingleIndex();
    index.add('one', MAN);
    index.add('two', MAN);
    index.remove('one');
    assert.equal(index.match(MAN)?.source, 'two');
  });

  test('texts that the writer doesn’t receive are left out, so that a stop tells nobody of them', () => {
    const index = new ShingleIndex();
    index.add('hidden', MAN);
    assert.equal(
      index.match(MAN, source => source !== 'hidden'),
      null,
    );
    index.add('known', `Before this. ${MAN}`);
    assert.equal(index.match(MAN, source => source !== 'hidden')?.source, 'known');
  });

  test('a passage that says itself over again is indexed once and found whole', () => {
    const line = 'no '.repeat(SHINGLE_WORDS * 3);
    const index = new ShingleIndex();
    index.add('no', line);
    assert.equal(index.match(line)?.words, SHINGLE_WORDS * 3);
  });

  test('a long text that repeats itself is taken over, looked through and forgotten, time after time', () => {
    const line = 'too late '.repeat(20_000);
    const index = new ShingleIndex();
    for (let time = 0; time < 3; time += 1) index.add('note', line);
    assert.ok(index.runsIn(line, () => true).length > 30_000);
    index.remove('note');
    assert.equal(index.match(line), null);
  });
});
