import {sendKeys} from '@web/test-runner-commands';
import type {AttributeSpec} from '@goldthread/schema';
import type {PlanFieldChange} from '../../events/field-change.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanField} from './field.ts';

const SPECS: readonly AttributeSpec[] = [
  {kind: 'text', label: 'Who will do it?'},
  {kind: 'date', label: 'From when?'},
  {kind: 'number', label: 'How many times?', min: 0, max: 1000},
  {kind: 'flag', label: 'Does it teach or train?'},
  {kind: 'choice', label: 'In each', options: ['week', 'halfTerm']},
];
const box = (field: PlanField): HTMLInputElement => {
  const found = field.shadowRoot?.querySelector('input');
  if (!found) throw new Error('The field has no box');
  return found;
};
const enter = (field: PlanField, text: string): void => {
  box(field).value = text;
  box(field).dispatchEvent(new Event('change'));
};
teardown(hideAll);

suite('a typed field', () => {
  for (const spec of SPECS) {
    test(`of kind ${spec.kind} has a label and is accessible`, async () => {
      await accessible(await show(new PlanField(), {name: 'x', spec}));
    });
  }

  test('sends a number as a number, and takes it away when the box is emptied', async () => {
    const field = await show(new PlanField(), {
      name: 'frequency.n',
      spec: SPECS[2] ?? {kind: 'number', label: ''},
    });
    const set = eventFrom<PlanFieldChange>(field, 'plan-field-change', () => enter(field, ' 2,5 '));
    equal([set.name, set.value], ['frequency.n', 2.5]);
    const cleared = eventFrom<PlanFieldChange>(field, 'plan-field-change', () => enter(field, ''));
    equal(cleared.value, null);
  });

  test('keeps a wrong entry in the box, says why beside it, and sends nothing', async () => {
    const field = await show(new PlanField(), {
      name: 'frequency.n',
      spec: SPECS[2] ?? {kind: 'number', label: ''},
    });
    let sent = 0;
    field.addEventListener('plan-field-change', () => (sent += 1));
    enter(field, 'often');
    await field.updateComplete;
    equal(sent, 0);
    equal(box(field).value, 'often');
    ok(wordsOf(field).includes('write a number'), 'the reason');
    equal(box(field).getAttribute('aria-invalid'), 'true');
    await accessible(field);
  });

  test('can be filled with the keyboard alone', async () => {
    const field = await show(new PlanField(), {name: 'place', spec: {kind: 'text', label: 'Where?'}});
    field.focus();
    await field.updateComplete;
    await new Promise(resolve => requestAnimationFrame(resolve));
    let value: unknown = null;
    field.addEventListener('plan-field-change', event => (value = event.value));
    await sendKeys({type: 'blue room'});
    await sendKeys({press: 'Enter'});
    equal(value, 'blue room');
  });
});
