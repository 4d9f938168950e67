import {newId, type ParticipantId} from '@goldthread/schema';
import {applyAwarenessUpdate, Awareness, encodeAwarenessUpdate} from 'y-protocols/awareness';
import * as Y from 'yjs';
import prose from '../styles/prose.css?inline';
import {equal, ok, until} from '../testing/assert.ts';
import {caretIn, tempSection, type TempSection} from '../testing/temp-section.ts';

const esme = newId<ParticipantId>(length => new Uint8Array(length).fill(7));
let section: TempSection | null = null;
teardown(() => section?.remove());

function open(): TempSection {
  section = tempSection(['one two three'], {people: () => [{id: esme, name: 'Esme', hand: 2}]});
  return section;
}

/** The peer's presence with a selection in the first item, as the server passes it on. */
function pointAt(page: TempSection, from: number, to: number): void {
  const presence = new Awareness(page.local.peer);
  const place = (index: number): unknown =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(page.peerText(0), index));
  presence.setLocalState({user: {id: esme, name: 'Esme'}, cursor: {anchor: place(from), head: place(to)}});
  applyAwarenessUpdate(page.local.awareness, encodeAwarenessUpdate(presence, [presence.clientID]), 'server');
  presence.destroy();
}

suite('other people’s cursors', () => {
  test('say a name, have a class and never a style', async () => {
    const page = open();
    pointAt(page, 0, 3);
    const {dom} = page.editor.view;
    await until('the cursor is drawn', () => dom.querySelector('.goldthread-cursor') !== null);
    const cursor = dom.querySelector('.goldthread-cursor');
    equal(cursor?.querySelector<HTMLElement>('.goldthread-cursor-flag')?.dataset['name'], 'Esme');
    equal(cursor?.textContent, '', 'nothing that a caret could stand in');
    ok(cursor?.classList.contains('goldthread-hand-2'), 'her own style');
    equal(dom.querySelector('.goldthread-selection')?.textContent, 'one');
    equal(dom.querySelectorAll('[style]').length, 0);
    equal(cursor?.getAttribute('aria-hidden'), 'true');
  });

  test('rest after a while, and keep the browser from drawing a frame until then', async () => {
    const page = open();
    const look = document.createElement('style');
    look.textContent = prose;
    page.editor.view.dom.parentElement?.classList.add('goldthread-words');
    page.editor.view.dom.parentElement?.append(look);
    pointAt(page, 0, 0);
    const flag = (): Element | null => page.editor.view.dom.querySelector('.goldthread-cursor-flag');
    await until('the cursor is drawn', () => flag() !== null);
    const [rest] = flag()?.getAnimations() ?? [];
    const timing = rest?.effect?.getTiming();
    equal([timing?.delay, timing?.duration], [4000, 1]);
  });

  test('stay at their words through edits of both sides', async () => {
    const page = open();
    pointAt(page, 4, 7);
    const marked = (): string | null | undefined =>
      page.editor.view.dom.querySelector('.goldthread-selection')?.textContent;
    await until('the selection is drawn', () => marked() === 'two');
    page.editor.view.dispatch(page.editor.view.state.tr.insertText('mine ', 2));
    equal(marked(), 'two');
    page.peerText(0).insert(0, 'theirs ');
    equal(marked(), 'two');
  });

  test('are drawn by nobody for a person who isn’t known here', async () => {
    const page = open();
    const presence = new Awareness(new Y.Doc());
    presence.setLocalState({user: {id: 'x', name: 'Nobody'}, cursor: {anchor: {}, head: {}}});
    applyAwarenessUpdate(
      page.local.awareness,
      encodeAwarenessUpdate(presence, [presence.clientID]),
      'server',
    );
    presence.destroy();
    pointAt(page, 0, 0);
    await until('hers is drawn', () => page.editor.view.dom.querySelector('.goldthread-cursor') !== null);
    equal(page.editor.view.dom.querySelectorAll('.goldthread-cursor').length, 1);
  });

  test('the own cursor is told, and never taken back when the focus goes elsewhere', () => {
    const page = open();
    caretIn(page, 0, 3);
    const told = (): unknown => page.local.awareness.getLocalState()?.['cursor'];
    const before = told();
    ok(before !== undefined && before !== null, 'the cursor was told');
    page.editor.view.dom.blur();
    page.editor.destroy();
    equal(told(), before);
    section = null;
  });
});
