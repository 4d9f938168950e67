import '../../screens/links.ts';
import {sendKeys} from '@web/test-runner-commands';
import type {ItemId, ItemTypeName, RootName} from '@goldthread/schema';
import type {IndexedItem} from '../../context/item-index.ts';
import type {PlanLinkChange} from '../../events/link-change.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {button, drawn, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {WithIndex} from '../../testing/with-index.ts';
import {PlanLinkPicker} from './link-picker.ts';

const item = (id: string, label: string, type: ItemTypeName, root: RootName, words: string): IndexedItem => ({
  // A test id; nothing parses it.
  id: id as ItemId,
  label,
  type,
  root,
  words,
  links: [],
  said: false,
  isVerbatim: false,
});
const items = [
  item('b1', 'B1', 'need', 'section:B', 'He covers his ears when the bell rings.'),
  item('b2', 'B2', 'need', 'section:B', 'He guesses the first word that he hears. '.repeat(4).trim()),
  item('e1', 'E1', 'outcome', 'section:E', 'He will walk to class on his own.'),
  item('f1', 'F1', 'provision', 'section:F', 'Wren will work with Jory.'),
];
const b1 = {rel: 'need', to: 'b1' as ItemId} as const;

async function open(properties: Partial<PlanLinkPicker>, known: readonly IndexedItem[] = items) {
  const picker = new PlanLinkPicker();
  Object.assign(picker, {rels: ['need', 'outcome'], itemId: 'f1', ...properties});
  const around = new WithIndex();
  around.items = known;
  around.append(picker);
  await show(around);
  await drawn(picker);
  return picker;
}

function optionsOf(picker: PlanLinkPicker): string[] {
  return [...(picker.shadowRoot?.querySelectorAll('option') ?? [])].map(one => one.value);
}

teardown(hideAll);

suite('the links of an item', () => {
  test('offers what may be linked to by kind, never the item itself, and is accessible', async () => {
    const picker = await open({});
    equal(optionsOf(picker), ['', 'need b1', 'need b2', 'outcome e1']);
    const long = picker.shadowRoot?.querySelector('option[value="need b2"]')?.textContent ?? '';
    ok(long.startsWith('B2') && long.endsWith('…') && long.length < 80, long);
    await accessible(picker);
  });

  test('shows a link with its words, offers it no more, and takes it away on asking', async () => {
    const picker = await open({links: [b1]});
    equal(optionsOf(picker), ['', 'need b2', 'outcome e1']);
    const name = 'Remove B1  He covers his ears when the bell rings.';
    const asked = eventFrom<PlanLinkChange>(picker, 'plan-link-change', () => button(picker, name).click());
    equal([asked.change, asked.rel, asked.to], ['remove', 'need', 'b1']);
    await accessible(picker);
  });

  test('says nothing of a link to an item that the reader does not receive', async () => {
    const picker = await open({links: [{rel: 'need', to: 'unseen' as ItemId}]});
    ok(picker.shadowRoot?.querySelector('li') === null, wordsOf(picker));
  });

  test('adds nothing while arrow keys go through the choices, and the chosen one on a press', async () => {
    const picker = await open({});
    const heard: PlanLinkChange[] = [];
    picker.addEventListener('plan-link-change', event => heard.push(event));
    picker.shadowRoot?.querySelector('select')?.focus();
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowDown'});
    equal(heard.length, 0);
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    equal(
      heard.map(one => [one.change, one.rel, one.to]),
      [['add', 'need', 'b2']],
    );
  });

  test('a press without a choice leads to the choices', async () => {
    const picker = await open({});
    button(picker, 'Add the link').focus();
    await sendKeys({press: 'Enter'});
    equal(picker.shadowRoot?.activeElement?.localName, 'select');
  });

  test('says so where there is nothing to link to', async () => {
    const picker = await open({}, []);
    equal(wordsOf(picker), 'Linked to There is nothing to link to yet.');
    await accessible(picker);
  });
});
