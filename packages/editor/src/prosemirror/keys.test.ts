import {sendKeys} from '@web/test-runner-commands';
import {equal, ok} from '../testing/assert.ts';
import {insertTable} from './commands/insert-table.ts';
import {caretIn, jsonOf, selectIn, tempSection, type TempSection} from '../testing/temp-section.ts';

let section: TempSection | null = null;
const open = (...args: Parameters<typeof tempSection>): TempSection => (section = tempSection(...args));
teardown(() => section?.remove());

suite('the keys of a section', () => {
  test('Enter at the end of an item makes the next item, with an id of its own', async () => {
    const page = open(['First need']);
    caretIn(page, 0, 10);
    await sendKeys({press: 'Enter'});
    await sendKeys({type: 'Second'});
    equal(page.words(), ['First need', 'Second']);
    const [first, second] = page.editor.view.state.doc.children;
    equal(first?.attrs['id'], page.ids[0]);
    ok(
      typeof second?.attrs['id'] === 'string' && second.attrs['id'] !== page.ids[0],
      'the second has its own id',
    );
    equal(second?.type.name, 'need');
    equal(jsonOf(page.local.doc, page.root), jsonOf(page.local.peer, page.root));
  });

  test('Enter in the middle takes the words after the caret along and leaves the facts', async () => {
    const page = open(['one two'], {type: 'need'});
    page.editor.run((state, dispatch) => {
      dispatch?.(state.tr.setNodeAttribute(0, 'howOften', 'daily'));
      return true;
    });
    caretIn(page, 0, 4);
    await sendKeys({press: 'Enter'});
    await sendKeys({type: 'and '});
    equal(page.words(), ['one ', 'and two']);
    equal(
      page.editor.view.state.doc.children.map(item => item.attrs['howOften'] as unknown),
      ['daily', null],
    );
  });

  test('Enter twice makes one new item, not two', async () => {
    const page = open(['One']);
    caretIn(page, 0, 3);
    await sendKeys({press: 'Enter'});
    await sendKeys({press: 'Enter'});
    equal(page.words(), ['One', '']);
  });

  test('Shift+Enter makes a new paragraph in the same item', async () => {
    const page = open(['One']);
    caretIn(page, 0, 3);
    await sendKeys({press: 'Shift+Enter'});
    await sendKeys({type: 'two'});
    equal(page.words(), ['One\ntwo']);
  });

  test('Backspace removes a blank item and never joins two', async () => {
    const page = open(['One', '', 'Three']);
    caretIn(page, 1, 0);
    await sendKeys({press: 'Backspace'});
    equal(page.words(), ['One', 'Three']);
    caretIn(page, 1, 0);
    await sendKeys({press: 'Backspace'});
    equal(page.words(), ['One', 'Three']);
  });

  test('Delete at the end of an item never takes the next one in', async () => {
    const page = open(['One', 'Two']);
    caretIn(page, 0, 3);
    await sendKeys({press: 'Delete'});
    equal(page.words(), ['One', 'Two']);
  });

  test('deleting from one item into another keeps both, and their links', async () => {
    const page = open(['One', 'Two', 'Three']);
    page.editor.run((state, dispatch) => {
      const link = state.schema.node('link', {rel: 'statement', to: 'x'});
      dispatch?.(state.tr.insert((state.doc.firstChild?.nodeSize ?? 0) - 1, link));
      return true;
    });
    selectIn(page, 0, 1, 2, 2);
    await sendKeys({press: 'Delete'});
    equal(page.words(), ['O', 'ree']);
    equal(page.editor.view.state.doc.firstChild?.lastChild?.type.name, 'link');
  });

  test('typing over a selection across items keeps both', async () => {
    const page = open(['One', 'Two']);
    selectIn(page, 0, 1, 1, 2);
    await sendKeys({type: 'x'});
    equal(page.words(), ['Ox', 'o']);
  });

  test('the first key in an empty section makes the first item, and looking makes none', async () => {
    const page = open([]);
    ok(page.editor.view.dom.textContent?.includes('Write one thing'), 'the prompt is shown');
    page.editor.focus();
    equal(page.local.peer.getXmlFragment(page.root).length, 0);
    await sendKeys({type: 'Loud rooms'});
    equal(page.words(), ['Loud rooms']);
    equal(page.editor.view.state.doc.firstChild?.type.name, 'need');
  });

  test('a dash and a space begin a list, and Enter in it makes the next point', async () => {
    const page = open(['']);
    caretIn(page, 0, 0);
    await sendKeys({type: '- one'});
    await sendKeys({press: 'Enter'});
    await sendKeys({type: 'two'});
    const list = page.editor.view.dom.querySelector('ul');
    equal(
      [...(list?.querySelectorAll('li') ?? [])].map(point => point.textContent),
      ['one', 'two'],
    );
    equal(page.editor.view.state.doc.childCount, 1);
  });

  test('Control+B makes the selected words bold', async () => {
    const page = open(['One two']);
    selectIn(page, 0, 0, 0, 3);
    await sendKeys({press: 'Control+b'});
    equal(page.editor.view.dom.querySelector('strong')?.textContent, 'One');
  });

  test('Tab leaves the words', async () => {
    const page = open(['One']);
    const after = document.createElement('button');
    document.body.append(after);
    caretIn(page, 0, 1);
    await sendKeys({press: 'Tab'});
    equal(document.activeElement === after, true);
    equal(page.words(), ['One']);
    after.remove();
  });

  test('Alt+F10 asks for the toolbar and Alt+0 for the list of keys', async () => {
    const page = open(['One']);
    const asked: string[] = [];
    for (const what of ['toolbar', 'help']) page.editor.addEventListener(what, () => asked.push(what));
    caretIn(page, 0, 1);
    await sendKeys({press: 'Alt+F10'});
    await sendKeys({press: 'Alt+0'});
    equal(asked, ['toolbar', 'help']);
  });

  test('Alt+F10 takes what is selected along, also where the browser has not told of it yet', () => {
    const page = open(['One loud bell']);
    caretIn(page, 0, 8);
    const {dom} = page.editor.view;
    const words = dom.querySelector('p')?.firstChild;
    if (!words) throw new Error('no words');
    getSelection()?.setBaseAndExtent(words, 8, words, 4);
    dom.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'F10', altKey: true, bubbles: true, cancelable: true}),
    );
    const {from, to} = page.editor.view.state.selection;
    equal(page.editor.view.state.doc.textBetween(from, to), 'loud');
  });
});

suite('the keys of a table', () => {
  async function table(): Promise<TempSection> {
    const page = open(['One']);
    caretIn(page, 0, 3);
    page.editor.run(insertTable(2, 2));
    await sendKeys({type: 'a'});
    return page;
  }
  const cells = (page: TempSection): (string | null)[] =>
    [...page.editor.view.dom.querySelectorAll('th,td')].map(cell => cell.textContent);

  test('Tab goes from cell to cell and row to row, and Shift+Tab back', async () => {
    const page = await table();
    await sendKeys({press: 'Tab'});
    await sendKeys({type: 'b'});
    await sendKeys({press: 'Tab'});
    await sendKeys({type: 'c'});
    await sendKeys({press: 'Shift+Tab'});
    await sendKeys({type: 'B'});
    equal([cells(page)[0], cells(page)[2], cells(page)[3]], ['a', 'c', '']);
    ok(cells(page)[1]?.includes('B'), 'back in the second cell');
  });

  test('Escape and then Tab leaves it', async () => {
    const page = await table();
    const after = document.createElement('button');
    document.body.append(after);
    await sendKeys({press: 'Escape'});
    await sendKeys({press: 'Tab'});
    equal(document.activeElement === after, true);
    equal(cells(page), ['a', '', '', '']);
    after.remove();
  });

  test('Enter in a cell makes a paragraph there and no item', async () => {
    const page = await table();
    await sendKeys({press: 'Enter'});
    await sendKeys({type: 'b'});
    equal(cells(page)[0], 'ab');
    equal(page.editor.view.state.doc.childCount, 1);
  });
});
