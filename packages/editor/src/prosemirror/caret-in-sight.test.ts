import {sendKeys} from '@web/test-runner-commands';
import {equal, ok} from '../testing/assert.ts';
import {caretIn, tempSection, type TempSection} from '../testing/temp-section.ts';

const CLEAR = {top: 140, bottom: 90, left: 5, right: 5};
let section: TempSection | null = null;
let around: HTMLElement | null = null;
teardown(() => {
  section?.remove();
  around?.remove();
  section = around = null;
  scrollTo(0, 0);
});

/** A section of many lines with margins that the caret keeps clear of, as the page sets them. */
function open(style = ''): TempSection {
  const page = (section = tempSection(Array.from({length: 80}, (_, at) => `line ${at}`)));
  page.editor.view.setProps({scrollMargin: CLEAR, scrollThreshold: CLEAR});
  around = document.createElement('div');
  around.style.cssText = style;
  const place = page.editor.view.dom.parentElement;
  place?.before(around);
  if (place) around.append(place);
  return page;
}

function caretTop(page: TempSection): number {
  const {view} = page.editor;
  return view.coordsAtPos(view.state.selection.head).top;
}

suite('the caret', () => {
  test('that is in sight leaves the page where it is', async () => {
    const page = open();
    caretIn(page, 20, 3);
    scrollTo(0, scrollY + caretTop(page) - innerHeight / 2);
    const before = scrollY;
    await sendKeys({type: 'abc'});
    equal(scrollY, before);
  });

  test('that is out of sight or under a bar comes back with the next key', async () => {
    const page = open();
    caretIn(page, 40, 3);
    scrollTo(0, scrollY + caretTop(page) - 20);
    ok(caretTop(page) < CLEAR.top, 'it is under the bar');
    await sendKeys({type: 'a'});
    ok(caretTop(page) >= CLEAR.top, `at the top it is at ${caretTop(page)}`);
    scrollTo(0, 0);
    ok(caretTop(page) > innerHeight, 'it is below the screen');
    await sendKeys({type: 'b'});
    ok(caretTop(page) < innerHeight - CLEAR.bottom, `at the bottom it is at ${caretTop(page)}`);
  });

  test('comes back in a page that shows the plan in a box that scrolls', async () => {
    const page = open('height: 400px; overflow-y: auto');
    const box = around ?? document.body;
    caretIn(page, 60, 3);
    box.scrollTop = 0;
    const {bottom} = box.getBoundingClientRect();
    ok(caretTop(page) > bottom, 'it is below the box');
    await sendKeys({type: 'a'});
    ok(caretTop(page) < bottom, `it is at ${caretTop(page)} of ${bottom}`);
  });
});
