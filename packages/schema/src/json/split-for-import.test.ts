import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EHCP} from '../plan/plan-types.ts';
import {PEOPLE, item, planFile, type Loose} from '../testing/plan-builder.ts';
import {fromPlanJson} from './from-plan-json.ts';
import type {Plan} from './plan-file.ts';
import {splitForImport} from './split-for-import.ts';

const EVERY_KEY = PEOPLE.map(({key}) => key);

function planOf(file: Loose): Plan {
  const result = fromPlanJson(planFile(file));
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.error));
  return result.value;
}

function fates(file: Loose): Record<string, string> {
  const split = splitForImport(planOf(file), EHCP);
  const fate: [string, string][] = [
    ...[...split.shared.values()].flat().map(({id}): [string, string] => [id, 'shared']),
    ...[...split.voice.values()].flat().map(({id}): [string, string] => [id, 'voice']),
    ...split.heldBack.map(({ref, reason}): [string, string] => [ref, reason]),
  ];
  return Object.fromEntries(fate);
}

test('statutory text is open unless somebody says otherwise', () => {
  const B = [
    item('need', 'silent'),
    item('need', 'open', '', {audience: 'everyone'}),
    item('need', 'all', '', {audience: EVERY_KEY}),
    item('need', 'few', '', {audience: EVERY_KEY.slice(1)}),
    item('need', 'none', '', {audience: []}),
  ];
  assert.deepEqual(fates({sections: {B}}), {
    silent: 'shared',
    open: 'shared',
    all: 'shared',
    few: 'audience',
    none: 'audience',
  });
});

test('nothing of the safety map is open unless the file says so', () => {
  const lists = {
    worries: [item('danger', 'silent'), item('danger', 'open', '', {audience: 'everyone'})],
    network: [item('networkMember', 'helper')],
    next: [item('goal', 'few', '', {audience: ['temi', 'callum']})],
  };
  assert.deepEqual(fates({signsOfSafety: lists}), {
    silent: 'notOpened',
    open: 'shared',
    helper: 'notOpened',
    few: 'audience',
  });
});

test('nothing of a house is open unless the child lets everyone see it', () => {
  const lists = {
    goodThings: [item('statement', 'silent'), item('statement', 'open', '', {audience: 'everyone'})],
    worries: [item('statement', 'kept', '', {audience: 'everyone', notWith: ['callum']})],
  };
  assert.deepEqual(fates({threeHouses: lists}), {silent: 'notOpened', open: 'voice', kept: 'keptFrom'});
});

test('an item of a withholding stays out even where it calls itself open', () => {
  const withholding = {
    id: 'w',
    items: ['x'],
    hiddenFrom: [{key: 'callum', class: 'sealed'}],
    audience: ['temi'],
    reasonCode: 'location',
    legalGround: 'serious harm',
    shapes: ['y'],
  };
  const B = [item('need', 'x', '', {audience: 'everyone'}), item('need', 'y')];
  assert.deepEqual(fates({sections: {B}, withholdings: [withholding]}), {x: 'withheld', y: 'shared'});
});
