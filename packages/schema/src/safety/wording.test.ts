import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ItemTypeName} from '../plan/item-type.ts';
import {wordingOf, type Wording} from './wording.ts';

const DANGERS: readonly (readonly [words: string, missing: readonly Wording[]])[] = [
  [
    'Bronagh (social worker), Miss Farrow, Gran and Mum are worried that if Dad finds where they are, or comes to collect and shouts and pushes like he did on 14 May, Jory could be hurt, could hide and not sleep.',
    [],
  ],
  [
    'Dr Brandt and Mum are worried that if Jory keeps sleeping three hours a night he could get ill and not learn.',
    [],
  ],
  [
    'Femi, Ruth, Lorna and Dev are worried that if Kez keeps getting lifts from a man none of them know, he could hurt her.',
    [],
  ],
  ['Jory could be hurt when Dad is angry.', ['who']],
  ['Bronagh is worried that Jory could be hurt by Dad.', ['what']],
  ['Bronagh is worried that Dad will shout at Mum again.', ['impact']],
  ['There are concerns around domestic abuse and emotional harm.', ['who', 'what', 'impact']],
  ['Everyone has concerns around missing episodes.', ['who', 'what', 'impact']],
  ['', ['who', 'what', 'impact']],
];

for (const [words, missing] of DANGERS)
  test(`"${words.slice(0, 60)}" leaves out ${missing.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(wordingOf('danger', words, {}), missing);
  });

test('who is worried may stand beside the words', () => {
  assert.deepEqual(wordingOf('danger', 'If Dad comes again Jory could be hurt.', {worriedBy: 'Gran'}), []);
});

const OTHERS: readonly (readonly [ItemTypeName, words: string, asked: readonly Wording[]])[] = [
  ['harm', 'On 14 May 2026 Dad pushed Mum against the kitchen door and broke it.', []],
  ['harm', 'Dad shouts.', ['noTime']],
  ['harm', 'Jory could be hurt by Dad.', ['future']],
  ['harm', 'On 14 May Dad hit Mum, and Jory was hurt and could not sleep.', []],
  ['complicating', 'Dad lost his job in March.', []],
  ['complicating', 'Mum might get ill and Jory would be alone.', ['future']],
  ['existingSafety', 'When Dad started shouting on 14 May, Mum took Jory out by the back door.', []],
  ['existingSafety', 'Mum loves Jory very much.', ['noAct']],
  ['existingSafety', 'Kez is good with animals.', ['noAct']],
  ['strength', 'Mum loves Jory very much.', []],
  ['goal', 'For six months Jory will see Dad only at the contact centre with a worker in the room.', []],
  ['goal', 'Dad will attend the Stepping Up programme and engage with professionals.', ['course']],
  ['goal', 'Kez will engage with services and there will be no more missing episodes.', ['course']],
  ['step', 'Dad will attend the Stepping Up programme.', []],
  ['harm', '', []],
];

for (const [type, words, asked] of OTHERS)
  test(`${type} "${words.slice(0, 60)}" is asked ${asked.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(wordingOf(type, words, {}), asked);
  });

test('a day, or how often, may stand beside the words', () => {
  assert.deepEqual(wordingOf('harm', 'Dad shouts.', {howOften: 'nine nights'}), []);
  assert.deepEqual(wordingOf('harm', 'Dad shouts.', {date: '2026-05-14'}), []);
  assert.deepEqual(wordingOf('existingSafety', 'Gran came.', {date: '2026-05-14'}), []);
});
