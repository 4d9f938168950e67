import {sendKeys} from '@web/test-runner-commands';
import type {PlanPartChange} from '../../events/part-change.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {button, drawn, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
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

  test('offer nothing to change to somebody who may not, but all of them to read', async () => {
    const facts = await show(new ItemFacts(), {...provision, editable: false});
    ok(!wordsOf(facts).includes('Change facts'), 'no change');
    button(facts, 'More facts').click();
    await drawn(facts);
    ok(wordsOf(facts).includes('Weeks a year 38'), wordsOf(facts));
    await accessible(facts);
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
