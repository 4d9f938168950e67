import prose from '../styles/prose.css?inline';
import {equal, ok} from '../testing/assert.ts';
import {caretIn, tempSection, type TempSection} from '../testing/temp-section.ts';
import {insertTable} from './commands/insert-table.ts';

let section: TempSection | null = null;
const look = document.createElement('style');
setup(() => {
  look.textContent = prose;
  document.head.append(look);
});
teardown(() => {
  section?.remove();
  look.remove();
});

function open(texts: readonly string[]): TempSection {
  const page = (section = tempSection(texts));
  page.editor.view.dom.parentElement?.classList.add('goldthread-words');
  return page;
}

const visibility = (element: Element | null): string =>
  element === null ? 'missing' : getComputedStyle(element).getPropertyValue('content-visibility');

suite('blocks far from the screen', () => {
  test('are skipped one by one, and nothing that holds a name or the text box is', () => {
    const page = open(['one', 'two']);
    const {dom} = page.editor.view;
    equal([...dom.querySelectorAll('.goldthread-item-words > p')].map(visibility), ['auto', 'auto']);
    const others = [dom, ...dom.querySelectorAll('article, .goldthread-item-words, .goldthread-item-facts')];
    equal(new Set(others.map(visibility)).size, 1);
    equal(visibility(dom), 'visible');
  });

  test('are all laid out where the person asked for everything at once', () => {
    const page = open(['one']);
    page.editor.view.dom.parentElement?.classList.add('goldthread-show-all');
    equal(visibility(page.editor.view.dom.querySelector('p')), 'visible');
  });

  test('a table lies in a named region of its own that a reader can focus', () => {
    const page = open(['one']);
    caretIn(page, 0, 3);
    ok(page.editor.run(insertTable(2, 3)), 'a table is put in');
    const region = page.editor.view.dom.querySelector('.tableWrapper');
    equal(
      [region?.getAttribute('role'), region?.getAttribute('aria-label'), region?.getAttribute('tabindex')],
      ['region', 'Table', '-1'],
    );
    page.editor.setEditable(false);
    equal(
      [region?.isConnected, page.editor.view.dom.querySelector('.tableWrapper')?.getAttribute('tabindex')],
      [true, '0'],
    );
    equal(page.editor.view.dom.querySelectorAll('th').length, 3);
    equal(page.editor.view.dom.querySelectorAll('td').length, 3);
    equal(visibility(region), 'auto');
  });
});
