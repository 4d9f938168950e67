import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import {writeItems} from '@goldthread/schema/ydoc';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {receiveWithheld} from '../../testing/fake-withholding.ts';
import {idFor} from '../../testing/jory-people.ts';
import {mapItem} from '../../testing/map-stand.ts';
import {openWithNote} from '../../testing/open-islands.ts';
import {
  matter,
  onPaper,
  paperOf,
  paperOn,
  planOf,
  printPlan,
  RECORDS,
  sheetIn,
  tell,
} from '../../testing/print-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';

const SENTENCE = 'Press “Print the plan” for a paper copy.';

/** What a printer gets of the page. */
async function printed(): Promise<string> {
  await emulateMedia({media: 'print'});
  const words = close(visibleIn(document.body));
  await emulateMedia({media: 'screen'});
  return words;
}

/** Every text that is drawn, through all shadow roots. */
function visibleIn(node: Node): string {
  if (node instanceof HTMLStyleElement || (node instanceof Element && !isDrawn(node))) return '';
  if (node instanceof Text) return node.data;
  const inside = node instanceof Element ? [...(node.shadowRoot?.childNodes ?? [])] : [];
  return [...inside, ...node.childNodes].map(visibleIn).join(' ');
}

/** A slot has no box of its own, nor has what only groups others. */
function isDrawn(element: Element): boolean {
  return element.checkVisibility() || getComputedStyle(element).display === 'contents';
}

/** Without spaces, and the minute in which it was made. */
function close(words: string): string {
  return words.replace(/\s+/g, '').replace(/\d\d:\d\d/, '');
}

suite('printing the plan', () => {
  setup(() => setViewport({width: 1280, height: 800}));
  teardown(hideAll);

  test('the key to print leads to the paper, and the way back to the plan', async () => {
    const plan = await planOf(printPlan());
    await sendKeys({press: 'Control+p'});
    await until('the copy is made', () => sheetIn() !== null);
    equal(plan.hidden, true);
    equal(paperOn()?.shadowRoot?.activeElement?.textContent, 'Jory’s plan');
    // There the key is the browser's own again.
    const pressed = new KeyboardEvent('keydown', {key: 'p', ctrlKey: true, bubbles: true, cancelable: true});
    ok(document.body.dispatchEvent(pressed), 'nobody keeps it from the browser');
    button(paperOn() ?? plan, 'Back to the plan').click();
    await until('the plan is there again', () => !plan.hidden && paperOn() === null);
  });

  test('it is listed for everybody on the plan', async () => {
    const plan = await planOf(printPlan('folasade'));
    button(plan, 'Print the plan').click();
    await until('the copy is made', () => sheetIn() !== null);
    ok(onPaper().includes('Printed for Folasade Adeyemi'), onPaper());
  });

  test('a printer gets the copy and nothing around it', async () => {
    await paperOf(printPlan());
    equal(await printed(), close(onPaper()));
  });

  test('of the plan itself a printer gets one sentence, and no private note that stands there', async () => {
    const {plan, island} = await openWithNote();
    plan.dispatchEvent(new PlanScreenOpen('settings'));
    await until('a dialog is open', () => wordsOf(plan).includes('These are for you'));
    equal(await printed(), close(SENTENCE));
    ok(island.checkVisibility() && wordsOf(island).includes('He said that he will come.'), 'on the screen');
  });

  test('the key is the page’s own only where its person is in the plan', async () => {
    await planOf(printPlan());
    const box = document.createElement('input');
    document.body.append(box);
    const pressed = new KeyboardEvent('keydown', {key: 'p', ctrlKey: true, bubbles: true, cancelable: true});
    ok(box.dispatchEvent(pressed), 'beside the plan');
    box.remove();
    const letter = new KeyboardEvent('keydown', {key: 'p', bubbles: true, cancelable: true});
    ok(document.body.dispatchEvent(letter), 'without Ctrl');
  });

  test('large words are of 16 points and others of 12, and each sheet has its number', async () => {
    const paper = await paperOf(printPlan());
    const size = () => (sheetIn() === null ? '' : getComputedStyle(sheetIn() ?? paper).fontSize);
    equal(size(), '16px');
    paper.shadowRoot?.querySelectorAll<HTMLInputElement>('input')[1]?.click();
    await drawn(paper);
    ok(size().startsWith('21.3'), size());
    await accessible(paper);
    const pages = () => document.adoptedStyleSheets.flatMap(sheet => [...sheet.cssRules]);
    const rule = pages().find(one => one instanceof CSSPageRule)?.cssText ?? '';
    ok(rule.includes('counter(page)') && rule.includes('counter(pages)'), rule);
    paper.remove();
    equal(
      pages().some(one => one instanceof CSSPageRule),
      false,
    );
  });

  test('from a device in dark colours too it comes black on white, to the edge of the sheet', async () => {
    await paperOf(printPlan());
    await emulateMedia({media: 'print', colorScheme: 'dark'});
    const {colorScheme, backgroundColor} = getComputedStyle(document.documentElement);
    equal([colorScheme, backgroundColor], ['light', 'rgb(255, 255, 255)']);
    await emulateMedia({media: 'screen', colorScheme: 'light'});
  });

  test('whatever a name holds, it stays a name on the edge of the sheet', async () => {
    const session = printPlan();
    if (session.facts !== null) session.facts = {...session.facts, childName: 'Jo"} body{display:none}\\'};
    await paperOf(session);
    ok(document.body.checkVisibility() && getComputedStyle(document.body).display !== 'none', 'the page');
    ok(document.adoptedStyleSheets.at(-1)?.cssRules.length === 2, 'two rules, as always');
  });

  test('what is printed is the plan at that moment, with what was withheld since gone from it', async () => {
    const session = printPlan('bronagh');
    const paper = await paperOf(session);
    const real = window.print;
    let asked = '';
    window.print = () => (asked = onPaper());
    writeItems(session.shared.doc, 'section:C', [mapItem('need', 'late', 'He sleeps badly.')], 'test');
    session.shared.doc.getXmlFragment('section:F').delete(0, 1);
    receiveWithheld(session, 'harm', 'Wren works with him in the blue room.');
    button(paper, 'Print').click();
    await until('it is printed', () => asked !== '');
    window.print = real;
    ok(asked.includes('He sleeps badly.') && !asked.includes('blue room'), asked);
  });

  test('nothing is printed before all of it is known; it says why, and asks again', async () => {
    const session = printPlan();
    session.http.says.delete(RECORDS.disagreements);
    const plan = await planOf(session);
    plan.dispatchEvent(new PlanScreenOpen('print'));
    await until('it says so', () => paperOn() !== null && wordsOf(paperOn() ?? plan).includes('Try again'));
    const paper = paperOn() ?? plan;
    equal(sheetIn(), null);
    ok(button(paper, 'Print').matches(':disabled'), 'there is nothing to print');
    await accessible(paper);
    tell(session, {});
    button(paper, 'Try again').click();
    await until('it is there', () => sheetIn() !== null);
    session.shared.state = {kind: 'opening'};
    session.now({});
    await until('a document that has not come is no empty one', () => sheetIn() === null);
  });

  test('what a side says while the copy is on the screen comes on it', async () => {
    const session = printPlan();
    await paperOf(session);
    tell(session, {disagreements: [matter('Not only then.')]});
    session.dispatchEvent(new RecordsEvent(['disagreements']));
    await until('it is there', () => onPaper().includes('Not only then.'));
  });

  test('it goes with the session, and when the plan is no longer for this person', async () => {
    for (const status of ['signedOut', 'gone'] as const) {
      const session = printPlan();
      await paperOf(session);
      session.now({status});
      await until('it is gone', () => paperOn() === null);
      hideAll();
    }
  });

  test('a drawing that nobody put into words is named as one', async () => {
    const session = printPlan();
    const drawing = {type: 'statement', attrs: {id: idFor('drawn')}, content: [{type: 'drawing', attrs: {}}]};
    writeItems(session.shared.doc, 'section:A', [drawing], 'test');
    await paperOf(session);
    ok(onPaper().includes('A1 A drawing'), onPaper());
  });
});
