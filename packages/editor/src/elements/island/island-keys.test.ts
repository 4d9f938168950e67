import {sendKeys} from '@web/test-runner-commands';
import * as Y from 'yjs';
import {equal, ok, until} from '../../testing/assert.ts';
import {islandOf, openWithNote, reading, WORRIES} from '../../testing/open-islands.ts';
import {button, drawn, hideAll} from '../../testing/show.ts';
import {jsonOf} from '../../testing/temp-section.ts';
import {FIRST, SECOND} from '../../testing/withheld-plan.ts';

suiteSetup(() => localStorage.clear());
teardown(hideAll);

suite('moving about with the keyboard', () => {
  test('arrows lead into a note from both sides and out again', async () => {
    const {plan, island} = await openWithNote();
    const section = plan.parts.elementOf(WORRIES)?.editor;
    section?.focusItem(FIRST);
    await sendKeys({press: 'End'});
    await sendKeys({press: 'ArrowDown'});
    ok(island.editor?.view.hasFocus(), 'down into it');
    equal(island.editor?.view.state.selection.head, 1);
    await sendKeys({press: 'End'});
    await sendKeys({press: 'ArrowRight'});
    ok(section?.view.hasFocus(), 'out over its end');
    equal(section?.view.state.selection.$head.node(1).attrs['id'], SECOND);
    await sendKeys({press: 'ArrowUp'});
    ok(island.editor?.view.hasFocus(), 'up into it');
    await sendKeys({press: 'Control+Home'});
    await sendKeys({press: 'ArrowLeft'});
    ok(section?.view.hasFocus(), 'out over its start');
    equal(section?.view.state.selection.$head.node(1).attrs['id'], FIRST);
  });

  test('Tab leads from its words to its facts and on, and Escape back to the part', async () => {
    const {plan, island} = await openWithNote();
    const section = plan.parts.elementOf(WORRIES)?.editor;
    await until('the facts are drawn', () => island.querySelector('goldthread-item-facts') !== null);
    await drawn(island);
    section?.focusItem(FIRST);
    island.editor?.focusAt('start');
    await sendKeys({press: 'Tab'});
    ok(island.contains(document.activeElement) && island.editor?.view.hasFocus() === false, 'to its facts');
    await sendKeys({press: 'Shift+Tab'});
    ok(island.editor?.view.hasFocus(), 'back to its words');
    await sendKeys({press: 'Escape'});
    ok(section?.view.hasFocus(), 'to the part');
    equal(section?.view.state.selection.$head.node(1).attrs['id'], FIRST);
  });

  test('Escape leads to the heading of a part in whose words the person never was', async () => {
    const {plan, session, island} = await openWithNote();
    island.editor?.focusAt('start');
    await sendKeys({press: 'Escape'});
    equal(plan.parts.elementOf(WORRIES)?.shadowRoot?.activeElement?.id, 'title');
    equal(session.shared.awareness.getLocalState()?.['cursor'], undefined);
  });

  test('a note is added beside another, and an empty one is taken away again', async () => {
    const {plan, session, island} = await openWithNote();
    button(island, 'Add another private note').click();
    const added = await islandOf(plan, 1);
    ok(added.editor?.view.hasFocus(), 'the caret is in it');
    await sendKeys({type: 'And she'});
    await sendKeys({press: 'Enter'});
    await sendKeys({type: 'said so.'});
    const read = 'He could be hurt. | [He said that he will come.] | [And shesaid so.] | He could run.';
    equal(reading(plan), read);
    const items = session.withheld.peer.getXmlFragment('items').toArray();
    const note = items[1];
    if (!(note instanceof Y.XmlElement)) throw new Error('no note');
    equal([items.length, note.getAttribute('anchor.item'), note.length], [2, FIRST, 2]);
    button(added, 'Add another private note').click();
    const third = await islandOf(plan, 2);
    await sendKeys({press: 'Backspace'});
    await until('it is gone', () => !third.isConnected);
    equal(session.withheld.peer.getXmlFragment('items').length, 2);
    ok(plan.contains(document.activeElement), 'the focus is still in the plan');
  });

  test('the tools act on the note that is written in, and undo takes back nothing else', async () => {
    const {plan, session, island} = await openWithNote();
    const section = plan.parts.elementOf(WORRIES)?.editor;
    section?.focusItem(FIRST);
    await sendKeys({type: 'Now '});
    island.editor?.focusAt('end');
    await sendKeys({type: ' Soon.'});
    await drawn(plan);
    const tools = plan.tools;
    tools.focus();
    button(plan, 'Undo').click();
    await until('it is undone', () => !jsonOf(session.withheld.peer, 'items').includes('Soon.'));
    ok(jsonOf(session.shared.peer, WORRIES).includes('Now He could be hurt.'), 'the open words stay');
  });
});
