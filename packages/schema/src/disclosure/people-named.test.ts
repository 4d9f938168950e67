import assert from 'node:assert/strict';
import test from 'node:test';
import {mayTellOfHarm} from './find-harm.ts';
import {peopleNamed} from './people-named.ts';

const PEOPLE = [
  {id: 'temi', name: 'Temi Adeyemi', relationship: 'Jory’s mum'},
  {id: 'callum', name: 'Callum Penhale', relationship: 'Jory’s dad'},
  {id: 'folasade', name: 'Folasade Adeyemi', relationship: 'Jory’s gran'},
  {id: 'esme', name: 'Esme Farrow', relationship: 'Jory’s teaching assistant and keyworker'},
  {id: 'priya', name: 'Priya Mistry-Lowe', relationship: 'SENCO and safeguarding lead at Jory’s school'},
  {id: 'hollis', name: 'Dr Hollis Tarn', relationship: 'educational psychologist'},
  {id: 'lorna', name: 'Lorna Prakash-Whyte', relationship: 'Kez’s foster carer'},
] as const;

const named = (text: string): string[] =>
  // Ids in tests are names.
  peopleNamed(text, PEOPLE as unknown as Parameters<typeof peopleNamed>[1]).map(({id}) => id);

for (const [text, ids] of [
  ['Dad hits the wall and I hide.', ['callum']],
  ['my daddy’s belt', ['callum']],
  ['callum shouts', ['callum']],
  ['Mummy and Gran cry', ['temi', 'folasade']],
  ['the Adeyemis', ['temi', 'folasade']],
  ['Miss Farrow do the voice', ['esme']],
  ['Mrs Lowe', ['priya']],
  ['the doctor is dr nobody', []],
  ['my foster carer locked me in', ['lorna']],
  ['the bell is too loud', []],
  ['', []],
] as const)
  test(`"${text}" names ${ids.join(' and ') || 'nobody'}`, () => {
    assert.deepEqual(named(text), ids);
  });

for (const [text, tells] of [
  ['Dad hits the wall and I hide.', true],
  ['he said DON’T TELL', true],
  ['there was no\nfood', true],
  ['I am scared of him', true],
  ['mummy won’t wake up', true],
  ['the bell is too loud', false],
  ['I like hitching posts and skills', false],
] as const)
  test(`"${text.replace('\n', ' ')}" ${tells ? 'may tell' : 'does not tell'} of harm`, () => {
    assert.equal(mayTellOfHarm(text), tells);
  });
