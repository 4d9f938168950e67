import type {RootName} from '@goldthread/schema';
import {writeItems} from '@goldthread/schema/ydoc';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {LitElement} from 'lit';
import * as Y from 'yjs';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakePlan} from '../../testing/fake-plan.ts';
import type {SaveState} from '../../sync/save-state.ts';
import {drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {GoldthreadPlan} from './plan.ts';

const WRITABLE: readonly RootName[] = ['section:B', 'section:F'];

const item = (type: string, id: string, text: string) => ({
  type,
  attrs: {id},
  content: [{type: 'paragraph', content: [{type: 'text', text}]}],
});

/** A plan in which somebody has pressed a key in section B already: the first one turns undo on. */
async function writing(): Promise<{session: FakePlan; plan: GoldthreadPlan}> {
  await setViewport({width: 1280, height: 900});
  const session = new FakePlan('keyworker', WRITABLE);
  const {doc} = session.shared;
  writeItems(doc, 'section:B', [item('need', 'b2', 'He hides.'), item('need', 'b3', 'He runs.')], 'test');
  writeItems(doc, 'section:F', [item('provision', 'f1', 'An adult.')], 'test');
  const plan = await show(new GoldthreadPlan(), {session});
  const editor = await plan.parts.elementOf('section:B')?.ready();
  await until('rights are there', () => editor?.isEditable === true);
  editor?.focus();
  await sendKeys({press: 'End'});
  await sendKeys({press: 'x'});
  // The index of items is made anew once nobody has typed for a moment, which may be before the browser says that it pressed the key.
  await until('the index has the key', () => plan.index.byId.get('need-1')?.words.endsWith('x') === true);
  // Some of what stands beside items is loaded after them.
  await until('every element is made', () => partsOf(plan).every(part => part instanceof LitElement));
  await Promise.all(partsOf(plan).map(part => part.updateComplete));
  await drawn(plan);
  return {session, plan};
}

function partsOf(plan: GoldthreadPlan): LitElement[] {
  const found: LitElement[] = [];
  const walk = (root: Element | ShadowRoot): void => {
    for (const element of root.querySelectorAll<LitElement>('*')) {
      if (element.localName.startsWith('goldthread-')) found.push(element);
      if (element.shadowRoot !== null) walk(element.shadowRoot);
    }
  };
  if (plan.shadowRoot !== null) walk(plan.shadowRoot);
  walk(plan);
  return [plan, ...found];
}

/** Which elements are drawn, by name, each time that they are. */
function watchDrawing(plan: GoldthreadPlan): string[] {
  const names: string[] = [];
  for (const part of partsOf(plan)) part.addController({hostUpdated: () => names.push(part.localName)});
  return names;
}

/** In which items, or where else, the words on the page are changed. */
function watchWords(plan: GoldthreadPlan): Set<string> {
  const touched = new Set<string>();
  const note = ({target, type, attributeName, oldValue}: MutationRecord): void => {
    const element = target instanceof Element ? target : target.parentElement;
    const isSame = type === 'attributes' && element?.getAttribute(attributeName ?? '') === oldValue;
    const place = element?.closest<HTMLElement>('article')?.dataset['id'] ?? element?.localName ?? '';
    if (!isSame) touched.add(place);
  };
  new MutationObserver(records => records.forEach(note)).observe(plan, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeOldValue: true,
  });
  return touched;
}

/** The words of an item's first paragraph in the document. */
function wordsIn(doc: Y.Doc, root: RootName): Y.XmlText {
  const first = doc.getXmlFragment(root).get(0);
  const paragraph = first instanceof Y.XmlElement ? first.get(0) : null;
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error(`No words in ${root}`);
  return text;
}

teardown(hideAll);

suite('work for a plan', () => {
  test('a key changes one item on the page and draws no element anew', async () => {
    const {session, plan} = await writing();
    const [names, touched] = [watchDrawing(plan), watchWords(plan)];
    await sendKeys({type: 'yz'});
    await drawn(plan);
    ok(wordsIn(session.shared.doc, 'section:B').toJSON().endsWith('xyz'), 'the words are there');
    equal([...touched], ['need-1']);
    equal(names, []);
  });

  test('a key on its way to the disk draws the save line and nothing else', async () => {
    const {session, plan} = await writing();
    const names = watchDrawing(plan);
    session.save = {kind: 'saving'};
    session.dispatchEvent(new Event('save'));
    await drawn(plan);
    ok(wordsOf(plan).includes('Saving'), wordsOf(plan));
    equal(names, ['goldthread-save-line']);
  });

  test('a key while words are being saved draws not even the save line', async () => {
    const {session, plan} = await writing();
    const save = async (state: SaveState) => {
      session.save = state;
      session.dispatchEvent(new Event('save'));
      await drawn(plan);
    };
    await save({kind: 'saving'});
    const names = watchDrawing(plan);
    await save({kind: 'saved', at: new Date()});
    await save({kind: 'saving'});
    equal(names, []);
    ok(wordsOf(plan).includes('Saving'), wordsOf(plan));
  });

  test('words that stay on the device only are told by the whole frame', async () => {
    const {session, plan} = await writing();
    session.shared.state = {kind: 'offline', mayType: true};
    session.save = {kind: 'onlyOnThisDevice', keptAcrossReload: false, isUnderWay: false};
    session.dispatchEvent(new Event('save'));
    await drawn(plan);
    ok(wordsOf(plan).includes('You are offline.'), wordsOf(plan));
  });

  test('a frame that is drawn again with nothing new draws only itself', async () => {
    const {plan} = await writing();
    const names = watchDrawing(plan);
    plan.requestUpdate();
    await drawn(plan);
    equal(names, ['goldthread-plan']);
  });

  test('a new index of all items draws the facts of those alone whose name or thread is another', async () => {
    const {session, plan} = await writing();
    const {index} = plan;
    const names = watchDrawing(plan);
    wordsIn(session.shared.doc, 'section:B').insert(0, 'Often. ');
    await until('there is a new index', () => plan.index !== index);
    await drawn(plan);
    equal([plan.index.byId.get('need-1')?.words.startsWith('Often. '), names], [true, []]);
    equal(plan.index.byId.get('b2') === index.byId.get('b2'), true, 'the item that nobody touched');
    writeItems(session.shared.doc, 'section:F', [item('provision', 'f2', 'A room.')], 'test');
    await until('the new item has its name', () => plan.index.byId.has('f2'));
    await drawn(plan);
    equal(names.filter(name => name === 'goldthread-item-facts').length, 0, 'facts of items before');
  });

  test('the index of items is made anew even where somebody never stops writing', async () => {
    const {session, plan} = await writing();
    const {index} = plan;
    const write = setInterval(() => wordsIn(session.shared.doc, 'section:B').insert(0, 'a'), 100);
    try {
      await until('there is a new index', () => plan.index !== index);
    } finally {
      clearInterval(write);
    }
  }).timeout(15_000);

  test('many changes by others are in their words at once, and in the list of changes together', async () => {
    const {session, plan} = await writing();
    const frames: string[] = [];
    plan.addController({hostUpdated: () => frames.push('plan')});
    const touched = watchWords(plan);
    for (let i = 0; i < 20; i++) wordsIn(session.shared.peer, 'section:B').insert(0, 'a');
    await drawn(plan);
    ok(wordsOf(plan).includes('a'.repeat(20)), 'the words');
    equal(frames, []);
    equal([...touched], ['need-1']);
    await until('the list has it', () => wordsOf(plan).includes('changed B'));
    equal(frames, ['plan']);
  });
});
