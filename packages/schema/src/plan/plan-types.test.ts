import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ITEM_TYPE_NAMES} from './item-type.ts';
import {itemTypesOf, rootsOf, sectionOf, withName} from './plan-type.ts';
import {EHCP} from './plan-types.ts';
import {HOUSES, SAFETY_COLUMNS, SECTION_LETTERS, isRootName} from './root.ts';

test('an Education, Health and Care Plan has each of the twelve lettered sections in the order of the law', () => {
  const letters = EHCP.sections.flatMap(({letter}) => letter ?? []);
  assert.deepEqual(letters, SECTION_LETTERS);
  for (const letter of letters) assert.equal(sectionOf(EHCP, `section:${letter}`)?.letter, letter);
});

test('the shared compartment holds the letters and the safety map, and voice holds the three houses', () => {
  assert.deepEqual(rootsOf(EHCP, 'shared'), [
    ...SECTION_LETTERS.map(letter => `section:${letter}`),
    ...SAFETY_COLUMNS.map(column => `sos:${column}`),
  ]);
  assert.deepEqual(
    rootsOf(EHCP, 'voice'),
    HOUSES.map(house => `house:${house}`),
  );
  assert.deepEqual(rootsOf(EHCP, 'withheld'), ['items']);
});

test('every section says what it is for in one sentence, and has a root and something that may stand in it', () => {
  for (const section of EHCP.sections) {
    assert.ok(isRootName(section.root));
    assert.match(section.purpose, /^[A-Z][^.]*\.$/, section.root);
    assert.ok(section.emptyPrompt.length > 0 && section.plainTitle.length > 0);
    assert.ok(section.itemTypes.length > 0);
    for (const words of [section.title, section.plainTitle, section.purpose, section.emptyPrompt]) {
      assert.doesNotMatch(withName(words, 'Jory'), /[{}]/);
    }
  }
});

test('every type of item has a place where it may stand', () => {
  const placed = new Set([
    ...EHCP.sections.flatMap(({itemTypes}) => itemTypes),
    ...itemTypesOf(EHCP, 'items'),
  ]);
  assert.deepEqual([...placed].sort(), [...ITEM_TYPE_NAMES].sort());
});

test('a withheld compartment never holds statutory text', () => {
  const types = itemTypesOf(EHCP, 'items');
  assert.ok(types.includes('note') && types.includes('statement') && types.includes('danger'));
  for (const type of ['need', 'outcome', 'provision', 'advice', 'institution', 'budget'] as const) {
    assert.ok(!types.includes(type), type);
  }
});

test('a root that the kind of plan does not have takes no item', () => {
  const small = {id: 'small', name: 'Small', sections: EHCP.sections.slice(0, 1)};
  assert.deepEqual(itemTypesOf(small, 'section:B'), []);
  assert.deepEqual(itemTypesOf(small, 'section:A'), ['statement', 'history', 'aspiration']);
});

test('a title takes the name that the child likes to be called', () => {
  const title = sectionOf(EHCP, 'section:B')?.plainTitle ?? '';
  assert.equal(withName(title, 'Kez'), 'What Kez finds hard');
});
