import assert from 'node:assert/strict';
import {test} from 'node:test';
import {mayFeed} from './feeds.ts';
import type {ItemTypeName} from './item-type.ts';
import {ITEM_TYPES} from './item-types.ts';
import {LINK_REL_SPECS} from './link-rel-spec.ts';
import {SECTION_LETTERS, type SectionLetter} from './root.ts';

const feeds = (type: ItemTypeName): SectionLetter[] =>
  SECTION_LETTERS.filter(letter => mayFeed(type, `section:${letter}`));

test('the map leads to the sections that it may feed, and to no others (domain 4.6)', () => {
  assert.deepEqual(feeds('harm'), ['B', 'C', 'D']);
  assert.deepEqual(feeds('danger'), ['D']);
  assert.deepEqual(feeds('goal'), ['E']);
  assert.deepEqual(feeds('safetyRule'), ['F', 'H1', 'H2']);
  assert.equal(mayFeed('danger', 'sos:next'), true);
  assert.equal(mayFeed('need', 'section:A'), true);
});

test('nothing of the plan has a link that leads to the map', () => {
  for (const from of ['need', 'outcome', 'provision', 'aspiration', 'history'] as const)
    for (const rel of ITEM_TYPES[from].links) {
      const {targets} = LINK_REL_SPECS[rel];
      assert.ok(!targets.some(type => type === 'goal' || type === 'danger'), `${from} ${rel}`);
    }
});
