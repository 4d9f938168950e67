import {emulateMedia, sendKeys} from '@web/test-runner-commands';
import * as Y from 'yjs';
import type {PlanScreenOpen} from '../../events/screen-open.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {idFor} from '../../testing/jory-people.ts';
import {
  islandOf,
  islands,
  openPlan,
  openWithNote,
  PHONE,
  reading,
  WORRIES,
} from '../../testing/open-islands.ts';
import {button, drawn, eventFrom, hideAll, wordsOf} from '../../testing/show.ts';
import {jsonOf} from '../../testing/temp-section.ts';
import {FIRST, SECOND, WithheldPlan, decision} from '../../testing/withheld-plan.ts';
import type {ItemFacts} from '../item-facts/item-facts.ts';

function firstItem({shared}: WithheldPlan): Y.XmlElement {
  const item = shared.peer.getXmlFragment(WORRIES).get(0);
  if (!(item instanceof Y.XmlElement)) throw new Error('no item');
  return item;
}

function textOf(item: Y.XmlElement): Y.XmlText {
  const text = (item.get(0) as Y.XmlElement).get(0);
  if (!(text instanceof Y.XmlText)) throw new Error('no text');
  return text;
}

suiteSetup(() => localStorage.clear());
teardown(hideAll);

suite('a private note in its place', () => {
  test('stands after its neighbour, says from whom it is hidden and until when, and is accessible', async () => {
    const {plan, island} = await openWithNote();
    equal(reading(plan), 'He could be hurt. | [He said that he will come.] | He could run.');
    const said = wordsOf(island);
    ok(said.includes('Private note. Hidden from: Callum. Check by 22 February 2027.'), said);
    ok(said.includes('Only you, Temi and Esme can read this.'), said);
    const heading = island.shadowRoot?.querySelector('[role=heading]');
    equal(
      [heading?.getAttribute('aria-level'), heading?.textContent?.includes('Private note.')],
      ['3', true],
    );
    await accessible(plan);
  });

  test('says to whoever reads it in an emergency that it is for others', async () => {
    const {plan, island} = await openWithNote();
    const source = plan.source as WithheldPlan;
    const [one] = source.compartments;
    if (one === undefined) throw new Error('No private part');
    source.compartments = [{...one, audience: ['temi', 'esme'].map(key => idFor(key))}];
    source.now({});
    await until('it says so', () =>
      wordsOf(island).includes('You read this in an emergency. It is for Temi and Esme.'),
    );
  });

  test('is accessible on a phone', async () => {
    const {plan, island} = await openWithNote(new WithheldPlan(), PHONE);
    ok(island.getBoundingClientRect().right <= PHONE.width, 'nothing goes sideways');
    await accessible(plan);
  });

  test('leads to who decided it, and why', async () => {
    const {plan, island} = await openWithNote();
    const asked = eventFrom<PlanScreenOpen>(plan, 'plan-screen-open', () =>
      button(island, 'Who decided this, and why').click(),
    );
    equal(asked.screen, 'private');
  });

  test('stands on the screen of a room as well, and leads there to nothing of one person’s', async () => {
    const {plan, session, island} = await openWithNote();
    const about = 'Who decided this, and why';
    ok(wordsOf(island).includes(about), 'on a screen of one’s own');
    plan.screens.isPlain = true;
    session.now({});
    await until('it leads nowhere', () => !wordsOf(island).includes(about));
    equal(reading(plan), 'He could be hurt. | [He said that he will come.] | He could run.');
    ok(wordsOf(island).includes('Hidden from: Callum. Check by 22 February 2027.'), wordsOf(island));
    await accessible(plan);
  });

  test('is part of no print, in the plan or outside of it', async () => {
    const {island} = await openWithNote();
    ok(island.getBoundingClientRect().height > 0, 'on the screen');
    await emulateMedia({media: 'print'});
    equal(island.checkVisibility(), false);
    equal(getComputedStyle(island).display, 'none');
    await emulateMedia({media: 'screen'});
  });

  test('is loaded by nobody who has none, and everybody asks the server the same', async () => {
    const {plan, session} = await openPlan();
    equal(islands(plan).length, 0);
    // What people think, said and suggest, and what waits for somebody, is asked once the code for it has come, whether or not there
    // is a private note.
    const kinds = ['comments', 'disagreements', 'help', 'positions', 'proposals'];
    const records = kinds.map(kind => `GET /records?kinds=${kind}`);
    const all = ['GET /overrides', ...records, 'GET /withholdings', 'GET /withholdings'];
    await until('everything is asked', () => session.http.asked.length >= all.length);
    equal(session.http.asked.map(({method, path}) => `${method} ${path}`).toSorted(), all);
  });

  test('is counted nowhere: the numbers, the index and the outline are those of the open plan', async () => {
    const {plan} = await openWithNote();
    equal(
      plan.index.items.filter(one => one.root === WORRIES).map(one => one.id),
      [FIRST, SECOND],
    );
    const count = getComputedStyle(plan.querySelectorAll('article[data-item]')[1] ?? plan).counterIncrement;
    equal(count, 'goldthread-item 1');
    equal(getComputedStyle(islands(plan)[0] ?? plan).counterIncrement, 'none');
  });

  test('what is written in it is in the withheld document alone', async () => {
    const {session, island} = await openWithNote();
    const before = Y.encodeStateAsUpdate(session.shared.doc);
    island.editor?.focusAt('end');
    await sendKeys({type: ' On Friday.'});
    ok(jsonOf(session.withheld.peer, 'items').includes('come. On Friday.'), 'the peer has it');
    equal([...Y.encodeStateAsUpdate(session.shared.doc)], [...before], 'the open document');
  });

  test('stepping into it and out of it tells nobody in the open document anything', async () => {
    const {plan, session, island} = await openWithNote();
    const section = plan.parts.elementOf(WORRIES)?.editor;
    section?.focusItem(FIRST);
    await until(
      'the cursor is told',
      () => session.shared.awareness.getLocalState()?.['cursor'] !== undefined,
    );
    const clock = () => session.shared.awareness.meta.get(session.shared.doc.clientID)?.clock;
    const state = JSON.stringify(session.shared.awareness.getLocalState());
    const told = clock();
    island.editor?.focusAt('start');
    await sendKeys({type: 'x'});
    await sendKeys({press: 'Backspace'});
    equal([JSON.stringify(session.shared.awareness.getLocalState()), clock()], [state, told], 'inside');
    await sendKeys({press: 'Escape'});
    ok(section?.view.hasFocus(), 'the focus is back');
    equal([JSON.stringify(session.shared.awareness.getLocalState()), clock()], [state, told], 'outside');
    ok(session.withheld.awareness.getLocalState()?.['cursor'] !== undefined, 'its own readers are told');
    equal(plan.current, WORRIES);
  });

  test('edits around it leave its place in the page, its focus and its caret as they were', async () => {
    const {plan, session, island} = await openWithNote();
    const {editor} = island;
    editor?.focusAt('end');
    const caret = editor?.view.state.selection.head;
    const first = firstItem(session);
    textOf(first).insert(0, 'We worry: ');
    const items = session.shared.peer.getXmlFragment(WORRIES);
    const added = new Y.XmlElement('danger');
    added.setAttribute('id', idFor('third'));
    items.insert(0, [added]);
    const count = () => plan.parts.elementOf(WORRIES)?.querySelectorAll('article[data-item]').length;
    await until('the item is there', () => count() === 3);
    items.delete(1, 1);
    await until('the item is gone', () => count() === 2);
    await drawn(island);
    ok(islands(plan)[0] === island && island.editor === editor, 'the same island');
    ok(editor?.view.hasFocus(), 'the focus');
    equal(editor?.view.state.selection.head, caret, 'the caret');
    await sendKeys({type: '!'});
    ok(jsonOf(session.withheld.peer, 'items').includes('will come.!'), 'the words');
  });

  test('says so when what it stood beside is gone, and stays where that was', async () => {
    const {plan, session, island} = await openWithNote();
    session.shared.peer.getXmlFragment(WORRIES).delete(0, 1);
    await until('it says so', () => wordsOf(island).includes('moved or deleted'));
    equal(reading(plan), '[He said that he will come.] | He could run.');
    await accessible(plan);
  });

  test('comes when a first item is withheld and goes when the reader no longer has it', async () => {
    const {plan, session} = await openWithNote();
    session.lose();
    await until('it is gone', () => islands(plan).length === 0);
    equal(reading(plan), 'He could be hurt. | He could run.');
    session.receive();
    await islandOf(plan, 0);
    session.withheld.peer.getXmlFragment('items').delete(0, 1);
    await until('it is gone again', () => islands(plan).length === 0);
  });

  test('when the connection is lost cannot be written in, and says why', async () => {
    const {plan, session, island} = await openWithNote();
    session.withheld.state = {kind: 'offline', mayType: false};
    session.withheld.isOpen = false;
    session.withheld.dispatchEvent(new Event('change'));
    session.now({});
    await until('it says so', () => wordsOf(island).includes('There is no connection.'));
    equal(island.editor?.isEditable, false);
    equal(island.querySelector('.ProseMirror')?.getAttribute('aria-readonly'), 'true');
    ok(!wordsOf(island).includes('Add another private note'), 'nothing to add');
    await accessible(plan);
  });

  test('says what is still to be decided about it', async () => {
    const session = new WithheldPlan();
    session.http.says.set('GET /withholdings', {
      body: {withholdings: [decision({status: 'pending', approvedBy: null, approvedAt: null})], marks: []},
    });
    const {plan, island} = await openWithNote(session);
    await until('it is said', () =>
      wordsOf(island).includes('A second person has not said yes to this yet.'),
    );
    session.http.says.set('GET /withholdings', {
      body: {withholdings: [decision({isOverdue: true})], marks: []},
    });
    session.now({facts: session.facts === null ? null : {...session.facts}});
    await until('it is overdue', () => wordsOf(island).includes('The day to check this has passed.'));
    await accessible(plan);
  });

  test('its document being replaced keeps the island and the caret', async () => {
    const {plan, session, island} = await openWithNote();
    island.editor?.focusAt('end');
    const before = island.editor;
    session.withheld.replace();
    await until('it is bound anew', () => island.editor !== before && island.editor !== null);
    ok(islands(plan)[0] === island && island.editor?.view.hasFocus(), 'the same island with the focus');
    await sendKeys({type: '!'});
    ok(jsonOf(session.withheld.peer, 'items').includes('come.!'), jsonOf(session.withheld.peer, 'items'));
  });

  test('takes typed facts like any item, and says what it is a reason for', async () => {
    const {plan, session, island} = await openWithNote();
    await until('the facts are drawn', () => island.querySelector('goldthread-item-facts') !== null);
    button(island, 'Add facts').click();
    await drawn(island);
    const before = session.withheld.peer.getXmlFragment('items').get(0);
    if (!(before instanceof Y.XmlElement)) throw new Error('no note');
    before.setAttribute('source', 'the school nurse');
    const facts = () => island.querySelector<ItemFacts>('goldthread-item-facts')?.facts;
    await until('the fact is shown', () => facts()?.['source'] === 'the school nurse');
    await accessible(plan);
  });
});
