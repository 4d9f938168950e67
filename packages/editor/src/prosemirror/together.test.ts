import {sendKeys} from '@web/test-runner-commands';
import * as Y from 'yjs';
import {equal, ok, until} from '../testing/assert.ts';
import {caretIn, jsonOf, tempSection, type TempSection} from '../testing/temp-section.ts';

let section: TempSection | null = null;
const open = (...args: Parameters<typeof tempSection>): TempSection => (section = tempSection(...args));
teardown(() => {
  section?.remove();
  window.scrollTo(0, 0);
});

suite('two people in one section', () => {
  test('a remote edit while the section has the focus throws nothing and is shown', () => {
    const page = open(['one']);
    caretIn(page, 0, 3);
    page.peerText(0).insert(3, ' two');
    equal(page.words(), ['one two']);
  });

  test('a remote edit makes anew the words that it changed and nothing else, in the state and on the page', async () => {
    const page = open(['one', 'two', 'three']);
    const {view} = page.editor;
    const elements = (): Element[] => [...view.dom.querySelectorAll('article, article *')];
    const [items, shown] = [view.state.doc.children, elements()];
    const touched = new Set<string>();
    const watch = new MutationObserver(records =>
      records.forEach(({target}) => touched.add(target.parentElement?.closest('article')?.textContent ?? '')),
    );
    watch.observe(view.dom, {subtree: true, childList: true, characterData: true});
    page.peerText(1).insert(3, ' more');
    await until('it is seen', () => touched.size > 0);
    watch.disconnect();
    equal(
      view.state.doc.children.map((item, at) => item === items[at]),
      [true, false, true],
    );
    equal([...touched], ['two more']);
    ok(
      elements().every((element, at) => element === shown[at]),
      'every element is the one that it was',
    );
  });

  test('undo takes back only what this person did', async () => {
    const page = open(['start']);
    caretIn(page, 0, 5);
    page.editor.view.dispatch(page.editor.view.state.tr.insertText(' mine'));
    page.peerText(0).insert(0, 'theirs ');
    await sendKeys({press: 'Control+z'});
    equal(page.words(), ['theirs start']);
    await sendKeys({press: 'Control+Shift+z'});
    equal(page.words(), ['theirs start mine']);
    equal(jsonOf(page.local.doc, page.root), jsonOf(page.local.peer, page.root));
  });

  test('undoing a new item keeps it once somebody else has written in it', async () => {
    const page = open(['one']);
    caretIn(page, 0, 3);
    await sendKeys({press: 'Enter'});
    page.editor.view.dispatch(page.editor.view.state.tr.insertText('new'));
    page.peerText(1).insert(3, ' and theirs');
    await sendKeys({press: 'Control+z'});
    await sendKeys({press: 'Control+z'});
    ok(page.words().join('|').includes('and theirs'), 'the other person’s words are still there');
  });

  test('one step of undo never reaches back over a change of focus', async () => {
    const page = open(['']);
    caretIn(page, 0, 0);
    await sendKeys({type: 'a'});
    page.editor.view.dom.blur();
    page.editor.focus();
    await sendKeys({type: 'b'});
    await sendKeys({press: 'Control+z'});
    equal(page.words(), ['a']);
  });

  test('the caret stays after its own letter when somebody writes at the same spot', async () => {
    const page = open(['hel']);
    caretIn(page, 0, 3);
    page.peerText(0).insert(3, 'Z');
    await sendKeys({type: 'lo'});
    equal(page.words(), ['helloZ']);
  });

  test('the page doesn’t scroll and the caret stays where it is seen', async () => {
    const page = open(Array.from({length: 60}, (_, index) => `Need number ${index}`));
    caretIn(page, 40, 4);
    page.editor.view.dom.querySelectorAll('article')[40]?.scrollIntoView({block: 'center'});
    await until('the page has scrolled', () => window.scrollY > 0);
    const seen = (): number =>
      Math.round(page.editor.view.coordsAtPos(page.editor.view.state.selection.head).top);
    const [caret, scroll] = [seen(), window.scrollY];
    page.peerText(55).insert(0, 'far below ');
    page.peerText(0).insert(0, 'far above ');
    page.peerText(41).insert(0, 'just below ');
    await new Promise(resolve => requestAnimationFrame(resolve));
    equal(window.scrollY, scroll, 'scroll');
    equal(seen(), caret, 'caret');
    equal(page.editor.view.state.selection.$head.parentOffset, 4);
  });

  test('the page isn’t moved to bring a caret at its edge further in', async () => {
    const page = open(Array.from({length: 60}, (_, index) => `Need number ${index}`));
    caretIn(page, 40, 4);
    const top = (): number => page.editor.view.coordsAtPos(page.editor.view.state.selection.head).top;
    window.scrollBy(0, top() + 4);
    await until('the caret is at the edge', () => Math.abs(top() + 4) < 1);
    const scroll = window.scrollY;
    page.peerText(41).insert(0, 'just below ');
    await new Promise(resolve => requestAnimationFrame(resolve));
    equal(window.scrollY, scroll, 'scroll');
  });

  test('edits of others wait while a hold stands, in order', () => {
    const page = open(['one']);
    const release = page.local.hold();
    page.peerText(0).insert(3, ' two');
    page.peerText(0).insert(7, ' three');
    equal(page.words(), ['one']);
    release();
    release();
    equal(page.words(), ['one two three']);
  });

  test('every item keeps one id however it is copied', () => {
    const page = open(['one', 'two']);
    const {view} = page.editor;
    const [first] = view.state.doc.children;
    if (first === undefined) throw new Error('no item');
    view.dispatch(view.state.tr.insert(0, first));
    const ids = view.state.doc.children.map(item => item.attrs['id'] as unknown);
    equal(new Set(ids).size, 3);
    equal(ids.slice(1), page.ids);
  });

  test('ids are never made for what somebody else wrote', () => {
    const page = open(['one']);
    let sent = 0;
    page.local.doc.on('update', (_update, origin) => {
      if (origin !== page.local) sent += 1;
    });
    const item = new Y.XmlElement('need');
    page.local.peer.getXmlFragment(page.root).push([item]);
    equal(page.editor.view.state.doc.childCount, 2);
    equal(sent, 0);
  });

  test('a fresh document takes the place of the old one, without its undo history', async () => {
    const page = open(['one']);
    caretIn(page, 0, 3);
    await sendKeys({type: ' two'});
    page.local.replace();
    equal(page.words(), ['one two']);
    equal(page.editor.canUndo(), false);
    caretIn(page, 0, 7);
    await sendKeys({type: '!'});
    equal(jsonOf(page.local.doc, page.root), jsonOf(page.local.peer, page.root));
  });
});
