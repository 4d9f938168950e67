import assert from 'node:assert/strict';
import test from 'node:test';
import {houses} from './en/houses.ts';
import {told} from './en/told.ts';
import {pageWords} from './page-words.ts';
import {screenWords} from './screen-words.ts';
import {words} from './words.ts';

const ALL = {...words, ...pageWords, ...screenWords, houses, told};
/** The screens that a parent or carer meets. */
const FAMILY = [
  'family',
  'join',
  'access',
  'save',
  'start',
  'withhold',
  'privateList',
  'island',
  'looked',
  'confirm',
  'agree',
  'stand',
  'scales',
  'map',
  'needed',
  'comments',
  'authors',
  'disagree',
  'nextSteps',
  'disagreeFiles',
  'suggest',
  'suggested',
  'said',
  'print',
] as const;
/** The screens that a child meets. */
const CHILD = [
  ...(['withholdChild', 'agreeChild', 'commentsChild', 'scalesChild', 'houses', 'told'] as const),
  'sessionChild',
] as const;
const HIGHEST_GRADE = 6;
/** Of what the law says, which a family meets when it is least at ease. */
const HIGHEST_GRADE_OF_LAW = 5;
const HIGHEST_GRADE_OF_CHILD = 4;
const LONGEST_SENTENCE = 20;
/** Stands for a name, a time or a reason where a string takes one. */
const FILLED = 'Temi';

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  // The one that joins names takes a list.
  if (value === words.people.and || value === houses.and) return [words.people.and([FILLED, FILLED, FILLED])];
  if (typeof value === 'function') {
    const made: unknown = Reflect.apply(value, undefined, [FILLED, FILLED]);
    return typeof made === 'string' ? [made] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Groups of vowels, less a silent e at the end: right for nine words in ten, which is enough for a mean. */
function syllables(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
    .match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 0);
}

/** Flesch-Kincaid grade of a text. */
function grade(text: string): number {
  const sentences = text.split(/[.!?]+\s|[.!?]+$/).filter(part => /\w/.test(part)).length;
  const found = text.match(/[A-Za-z’']+/g) ?? [];
  const sounds = found.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (found.length / sentences) + 11.8 * (sounds / found.length) - 15.59;
}

for (const screen of FAMILY) {
  test(`a parent of reading age 11 can read the screen "${screen}"`, () => {
    // A string of few words scores at random; a label has no sentence to measure.
    const long = strings(ALL[screen]).filter(text => text.split(' ').length >= 8);
    assert.ok(long.length > 0);
    const whole = grade(long.join(' '));
    const most = screen === 'nextSteps' ? HIGHEST_GRADE_OF_LAW : HIGHEST_GRADE;
    assert.ok(whole <= most, `grade ${whole.toFixed(1)}`);
    const hard = long.filter(text => grade(text) > HIGHEST_GRADE + 2);
    assert.deepEqual(hard, []);
  });
}

for (const screen of CHILD) {
  test(`a child of reading age 9 can read the screen "${screen}"`, () => {
    const long = strings(ALL[screen]).filter(text => text.split(' ').length >= 8);
    assert.ok(long.length > 0);
    const whole = grade(long.join(' '));
    assert.ok(whole <= HIGHEST_GRADE_OF_CHILD, `grade ${whole.toFixed(1)}`);
  });
}

test('no sentence on any screen is longer than twenty words', () => {
  const sentences = strings(ALL).flatMap(text => text.split(/[.!?]\s/));
  assert.deepEqual(
    sentences.filter(sentence => sentence.split(/\s+/).length > LONGEST_SENTENCE),
    [],
  );
});
