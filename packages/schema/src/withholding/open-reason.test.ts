import assert from 'node:assert/strict';
import {test} from 'node:test';
import {tellsOf} from './open-reason.ts';

const CHILD = ['Jory Penhale-Adeyemi', 'Jory'];
const MAN =
  "On 21 October a man asked the school office what time Year 3 goes home and gave Jory's full name.";

function tells(open: string, ...withheld: string[]): string[] {
  return tellsOf(open, withheld, CHILD).map(tell => `${tell.kind}: ${tell.words}`);
}

test('GT-06: four words in a row give away, three do not, whatever their capitals and commas', () => {
  assert.deepEqual(tells('He heard the SCHOOL, office: what time it is.', MAN), [
    'words: the SCHOOL, office: what',
  ]);
  assert.deepEqual(tells('He rang the school office.', MAN), []);
});

test('GT-06: of a text shorter than four words the whole gives away', () => {
  assert.deepEqual(
    tells('He cried: dad big voice.', 'Dad big voice'),
    ['name: dad', 'words: dad big voice'].reverse(),
  );
  assert.deepEqual(tells('He does not like a big voice.', 'mum cry'), []);
  assert.deepEqual(tells('He saw mum cry.', 'mum cry'), ['words: mum cry']);
});

test('GT-06: a name, a day or a number in both gives away, with or without a possessive', () => {
  assert.deepEqual(tells('Since October he is tired.', MAN), ['name: October']);
  assert.deepEqual(tells('He has 21 trains.', MAN), ['name: 21']);
  assert.deepEqual(tells('Delphine’s visits help.', 'Delphine Roe comes on Fridays.'), ['name: Delphine’s']);
  assert.deepEqual(tells('Delphine visits.', "Delphine Roe's part; taxi firm."), ['name: Delphine']);
});

test('GT-06: the child may be named, and a sentence may begin alike', () => {
  assert.deepEqual(tells('Jory settles when he knows who is coming.', MAN), []);
  assert.deepEqual(tells('On most days Jory’s sleep is short.', MAN), []);
  assert.deepEqual(tells('', MAN), []);
  assert.deepEqual(tells('Anything', ''), []);
});
