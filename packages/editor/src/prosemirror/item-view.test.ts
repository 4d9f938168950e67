import {sendKeys} from '@web/test-runner-commands';
import {equal, ok, until} from '../testing/assert.ts';
import {caretIn, jsonOf, tempSection, type TempSection} from '../testing/temp-section.ts';
import {ItemFactsEvent} from './item-facts-event.ts';

let section: TempSection | null = null;
let events: ItemFactsEvent[] = [];
const collect = (event: ItemFactsEvent): void => {
  events.push(event);
};

setup(() => {
  events = [];
  document.body.addEventListener(ItemFactsEvent.type, collect);
});
teardown(() => {
  section?.remove();
  document.body.removeEventListener(ItemFactsEvent.type, collect);
});

async function open(
  ...args: Parameters<typeof tempSection>
): Promise<{page: TempSection; last: () => ItemFactsEvent}> {
  const page = tempSection(...args);
  section = page;
  await until('the facts were told', () => events.length === args[0].length);
  const last = (): ItemFactsEvent => {
    const event = events.at(-1);
    if (event === undefined) throw new Error('no event');
    return event;
  };
  return {page, last};
}

suite('an item on screen', () => {
  test('tells its facts once, and again only when they change', async () => {
    const {page, last} = await open(['one']);
    equal([last().itemId, last().itemType, last().editable], [page.ids[0], 'need', true]);
    caretIn(page, 0, 3);
    await sendKeys({type: ' two'});
    equal(events.length, 1);
    ok(last().edit.setAttribute('howOften', 'daily'), 'the fact is set');
    equal(last().attributes, {howOften: 'daily'});
    ok(jsonOf(page.local.peer, page.root).includes('daily'), 'the peer has it');
  });

  test('takes links and list entries and gives them back', async () => {
    const {page, last} = await open(['one', 'two']);
    const [to, from] = page.ids;
    if (to === undefined || from === undefined) throw new Error('no ids');
    ok(last().edit.addLink('statement', to), 'a link is added');
    ok(!last().edit.addLink('statement', to), 'the same link isn’t added twice');
    ok(!last().edit.addLink('disputes', to), 'a need has no such link');
    equal(last().links, [{rel: 'statement', to}]);
    ok(last().edit.addPart('strength', {text: 'Likes trains'}), 'an entry is added');
    ok(!last().edit.addPart('strength', {unknown: 'x'}), 'an unknown field isn’t');
    equal(last().parts, [{kind: 'strength', attributes: {text: 'Likes trains'}}]);
    ok(last().edit.removePart('strength', 0), 'the entry goes');
    ok(last().edit.removeLink('statement', to), 'the link goes');
    equal([last().links, last().parts], [[], []]);
  });

  test('refuses a value that couldn’t be stored', async () => {
    const {last} = await open(['one']);
    equal(last().edit.setAttribute('howOften', 'x'.repeat(501)), false);
    equal(last().edit.setAttribute('noSuchField', 'x'), false);
    equal(last().edit.setAttribute('id', 'x'), false);
  });

  test('moves and goes', async () => {
    const {page, last} = await open(['one', 'two']);
    ok(last().edit.move(-1), 'it moves up');
    equal(page.words(), ['two', 'one']);
    ok(!last().edit.move(-5), 'not beyond the top');
    ok(last().edit.remove(), 'it goes');
    equal(page.words().length, 1);
  });

  test('leaves what is drawn in its facts alone, whoever edits', async () => {
    const {page, last} = await open(['one']);
    const field = document.createElement('input');
    last().place.append(field);
    field.focus();
    await sendKeys({type: 'typed in a field'});
    page.peerText(0).insert(0, 'remote ');
    equal(page.words(), ['remote one']);
    equal(field.value, 'typed in a field');
    equal(document.activeElement === field, true);
  });

  test('has its words in one place and its facts in another, in light DOM', async () => {
    const {page} = await open(['one']);
    const article = page.editor.view.dom.querySelector('article');
    equal(article?.getAttribute('aria-label'), 'Need');
    equal(
      [...(article?.children ?? [])].map(child => child.className),
      ['goldthread-item-words', 'goldthread-item-facts'],
    );
    equal(article?.getRootNode() === document, true);
  });
});
