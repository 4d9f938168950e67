import {sendKeys} from '@web/test-runner-commands';
import {equal, ok} from '../testing/assert.ts';
import {caretIn, jsonOf, tempSection, type TempSection} from '../testing/temp-section.ts';
import {setItemAttribute} from './commands/set-item-attribute.ts';

let section: TempSection | null = null;
const open = (...args: Parameters<typeof tempSection>): TempSection => (section = tempSection(...args));
teardown(() => section?.remove());

suite('what a person may not change', () => {
  test('a section that is only to be read takes no key, no paste and no command, and shows others’ edits', async () => {
    const page = open(['one'], {editable: false});
    const id = page.ids[0];
    if (id === undefined) throw new Error('no id');
    page.editor.focus();
    await sendKeys({type: 'x'});
    page.editor.view.pasteHTML('<p>pasted</p>');
    page.editor.run(setItemAttribute(id, 'howOften', 'daily'));
    equal(page.editor.addItem('need'), null);
    page.peerText(0).insert(3, ' two');
    equal(page.words(), ['one two']);
    equal(page.editor.view.dom.getAttribute('contenteditable'), 'false');
    equal(page.editor.view.dom.getAttribute('aria-readonly'), 'true');
    equal(jsonOf(page.local.doc, page.root), jsonOf(page.local.peer, page.root));
  });

  test('an item of somebody else’s can be read and not changed, while the next one can', async () => {
    const rights: {theirs: unknown} = {theirs: null};
    const page = open(['theirs', 'mine'], {mayWriteItem: id => id !== rights.theirs});
    rights.theirs = page.ids[0];
    page.editor.refresh();
    const refused: Event[] = [];
    page.editor.addEventListener('refused', event => refused.push(event));
    const {view} = page.editor;
    view.dispatch(view.state.tr.insertText('x', 2));
    view.dispatch(view.state.tr.setNodeAttribute(0, 'howOften', 'daily'));
    view.dispatch(view.state.tr.delete(0, view.state.doc.firstChild?.nodeSize ?? 0));
    caretIn(page, 1, 4);
    await sendKeys({type: '!'});
    equal(page.words(), ['theirs', 'mine!']);
    equal(refused.length, 3);
    const words = [...view.dom.querySelectorAll('.goldthread-item-words')];
    equal(
      words.map(element => element.getAttribute('contenteditable')),
      ['false', null],
    );
  });

  test('rights that go while the page is open take effect at once, and come back', async () => {
    const page = open(['one']);
    caretIn(page, 0, 3);
    page.local.isOpen = false;
    page.local.dispatchEvent(new Event('change'));
    await sendKeys({type: ' two'});
    equal(page.words(), ['one']);
    page.local.isOpen = true;
    page.local.dispatchEvent(new Event('change'));
    caretIn(page, 0, 3);
    await sendKeys({type: '!'});
    equal(page.words(), ['one!']);
  });

  test('an edit that was refused is never written later', () => {
    const page = open(['one'], {mayWriteItem: () => false});
    const {view} = page.editor;
    view.dispatch(view.state.tr.insertText('x', 2));
    page.peerText(0).insert(3, ' two');
    equal(page.words(), ['one two']);
    ok(!jsonOf(page.local.peer, page.root).includes('xone'), 'the peer never gets it');
  });

  test('the text box has a role, a name and what it may do', () => {
    const page = open(['one'], {describedBy: 'may'});
    const {dom} = page.editor.view;
    equal(
      ['role', 'aria-multiline', 'aria-label', 'aria-describedby', 'aria-readonly'].map(name =>
        dom.getAttribute(name),
      ),
      ['textbox', 'true', 'B. What Jory finds hard', 'may', 'false'],
    );
  });
});
