import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ITEM_TYPE_NAMES} from './item-type.ts';
import {ITEM_TYPES} from './item-types.ts';
import {LINK_REL_SPECS} from './link-rel-spec.ts';
import {LINK_RELS, QUOTES} from './link-rel.ts';

test('every type of item bears its own name and a label in words', () => {
  for (const name of ITEM_TYPE_NAMES) {
    assert.equal(ITEM_TYPES[name].name, name);
    assert.match(ITEM_TYPES[name].label, /^[A-Z][a-z]/);
    for (const [field, spec] of Object.entries(ITEM_TYPES[name].attributes)) {
      assert.match(spec.label, /^[A-Z]/, `${name}.${field}`);
      assert.equal(spec.kind === 'choice', (spec.options ?? []).length > 1, `${name}.${field}`);
    }
  }
});

test('no entry of a list has a field named kind, which says what the entry is', () => {
  for (const name of ITEM_TYPE_NAMES) {
    for (const specs of Object.values(ITEM_TYPES[name].parts)) assert.ok(!('kind' in specs));
  }
});

test('every kind of link leads from some type of item to some type of item, and only quotations are made by nobody’s hand', () => {
  for (const rel of LINK_RELS) {
    assert.equal(
      rel !== QUOTES,
      ITEM_TYPE_NAMES.some(name => ITEM_TYPES[name].links.includes(rel)),
      rel,
    );
    assert.ok(LINK_REL_SPECS[rel].targets.length > 0, rel);
  }
});

test('the golden thread can be tied from a child’s words to the help', () => {
  const mayLead = (from: keyof typeof ITEM_TYPES, rel: (typeof LINK_RELS)[number], to: string) =>
    ITEM_TYPES[from].links.includes(rel) && LINK_REL_SPECS[rel].targets.some(target => target === to);
  assert.ok(mayLead('aspiration', 'statement', 'statement'));
  assert.ok(mayLead('need', 'statement', 'statement'));
  assert.ok(mayLead('outcome', 'aspiration', 'aspiration'));
  assert.ok(mayLead('outcome', 'need', 'need'));
  assert.ok(mayLead('provision', 'need', 'need'));
  assert.ok(mayLead('provision', 'outcome', 'outcome'));
  assert.ok(mayLead('provision', 'advice', 'advice'));
  assert.ok(mayLead('goal', 'danger', 'danger'));
  assert.ok(mayLead('dispute', 'disputes', 'danger'));
});
