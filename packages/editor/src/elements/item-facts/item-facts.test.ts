import type {ItemId} from '@goldthread/schema';
import {sendKeys} from '@web/test-runner-commands';
import type {IndexedItem} from '../../context/item-index.ts';
import type {PlanPartChange} from '../../events/part-change.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {button, drawn, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {WithIndex} from '../../testing/with-index.ts';
import {ItemFacts} from './item-facts.ts';

const provision = {
  itemId: 'f1',
  itemType: 'provision',
  facts: {
    'who.name': 'Wren Castellan',
    minutes: 45,
    'frequency.n': 1,
    'frequency.per': 'week',
    weeksPerYear: 38,
  },
} as const;

function indexed(id: string): IndexedItem {
  return {
    // A test's id; nothing parses it.
    id: id as ItemId,
    label: id.toUpperCase(),
    words: 'Gran comes on Sundays.',
    root: 'section:F',
    type: 'provision',
    links: [],
    said: false,
    isVerbatim: false,
  };
}

teardown(hideAll);

suite('the facts of an item', () => {
  test('are one quiet line that is accessible', async () => {
    const facts = await show(new ItemFacts(), {...provision, editable: true});
    ok(
      wordsOf(facts).startsWith('Who Wren Castellan How long 45 minutes How often every week'),
      wordsOf(facts),
    );
    await accessible(facts);
  });

  test('ask who can see the item as soon as the person may, and not for an item that they may not', async () => {
    const around = new WithIndex();
    const facts = ['f1', 'f2'].map(itemId =>
      Object.assign(new ItemFacts(), {...provision, itemId, editable: true}),
    );
    around.items = ['f1', 'f2'].map(indexed);
    around.append(...facts);
    await show(around);
    const asks = () => facts.map(one => one.shadowRoot?.querySelectorAll('.acts button').length);
    equal(asks(), [1, 1]);
    around.acts = {mayHide: id => id === 'f2', mayAddNote: () => false};
    await Promise.all(facts.map(one => one.updateComplete));
    equal(asks(), [1, 2]);
  });

  test('offer nothing to change to somebody who may not, but all of them to read', async () => {
    const facts = await show(new ItemFacts(), {...provision, editable: false});
    ok(!wordsOf(facts).includes('Change facts'), 'no change');
    button(facts, 'More facts').click();
    await drawn(facts);
    ok(wordsOf(facts).includes('Weeks a year 38'), wordsOf(facts));
    await accessible(facts);
  });

  test('have controls that name their item, so that no two on the page are called the same', async () => {
    const f1 = Object.assign(new ItemFacts(), {...provision, editable: true});
    const f2 = Object.assign(new ItemFacts(), {...provision, itemId: 'f2', editable: false});
    const safety = Object.assign(new ItemFacts(), {itemId: 's', editable: true});
    const around = new WithIndex();
    around.items = [indexed('f1'), indexed('f2'), {...indexed('s'), label: ''}];
    around.append(f1, f2, safety);
    await show(around);
    await drawn(safety);
    equal(button(f1, 'Change facts of F1').textContent.trim(), 'Change facts');
    equal(button(f2, 'More facts of F2').textContent.trim(), 'More facts');
    equal(button(safety, 'Add facts to Gran comes on Sundays.').textContent.trim(), 'Add facts');
    await accessible(around);
  });

  test('open into their questions, with the focus on the first, and Esc closes them', async () => {
    const facts = await show(new ItemFacts(), {...provision, editable: true});
    button(facts, 'Change facts').click();
    await drawn(facts);
    await accessible(facts);
    equal(facts.shadowRoot?.activeElement?.localName, 'goldthread-field');
    await sendKeys({press: 'Escape'});
    await drawn(facts);
    equal(facts.open, false);
    ok(facts.shadowRoot?.activeElement?.classList.contains('toggle'), 'the focus is back on the button');
  });

  test('stay open with a summary of what is wrong', async () => {
    const facts = await show(new ItemFacts(), {...provision, editable: true, open: true});
    const field = [...(facts.shadowRoot?.querySelectorAll('goldthread-field') ?? [])].find(
      one => 'name' in one && one.name === 'minutes',
    );
    const box = field?.shadowRoot?.querySelector('input');
    if (!box) throw new Error('No box for minutes');
    box.value = 'long';
    box.dispatchEvent(new Event('change'));
    button(facts, 'Done').click();
    await drawn(facts);
    equal(facts.open, true);
    ok(wordsOf(facts).includes('There is a problem'), 'the summary');
    ok(facts.shadowRoot?.activeElement?.classList.contains('summary'), 'the focus is on the summary');
    await accessible(facts);
  });

  test('take in another entry of a list', async () => {
    const facts = await show(new ItemFacts(), {
      itemId: 'b1',
      itemType: 'need',
      facts: {},
      editable: true,
      open: true,
    });
    const form = facts.shadowRoot?.querySelector('form');
    const box = form?.querySelector('input');
    if (!form || !box) throw new Error('No form for the list');
    box.value = 'Her own seat by the door';
    const added = eventFrom<PlanPartChange>(facts, 'plan-part-change', () => form.requestSubmit());
    equal(added.change, {kind: 'add', part: 'strength', attributes: {text: 'Her own seat by the door'}});
  });
});
