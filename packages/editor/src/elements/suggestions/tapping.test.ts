import {sendKeys, setViewport} from '@web/test-runner-commands';
import '../../screens/stances.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {hideAll} from '../../testing/show.ts';
import {
  asking,
  deep,
  hers,
  HERS,
  NOW,
  opened,
  suggested,
  suggesting,
  willOpen,
} from '../../testing/suggest-stand.ts';
import type {GoldthreadPlan} from '../plan/plan.ts';

/** The words of the item, once it can be suggested for, and where a letter of them stands on the screen. */
async function words(plan: GoldthreadPlan): Promise<{text: Text; at: (letter: number) => DOMRect}> {
  await until('the way to suggest', () => asking(plan)?.querySelector('.ask') != null);
  const text = plan.querySelector('.ProseMirror article[data-id="need-1"] p')?.firstChild;
  if (!(text instanceof Text)) throw new Error('no words');
  const at = (letter: number): DOMRect => {
    const range = document.createRange();
    range.setStart(text, letter);
    return range.getBoundingClientRect();
  };
  return {text, at};
}

function offer(plan: GoldthreadPlan): HTMLElement | null {
  return asking(plan)?.querySelector<HTMLElement>('.offer') ?? null;
}

/** Touches what stands at a place of the screen, as a browser tells of it. */
function touch(
  target: Element | null,
  {left, top, height}: DOMRect,
  more: {type?: string; by?: number} = {},
) {
  const {type = 'touch', by = 0} = more;
  const place = {clientX: left, clientY: top + height / 2, bubbles: true, composed: true, cancelable: true};
  target?.dispatchEvent(new PointerEvent('pointerdown', {...place, pointerType: type, isPrimary: true}));
  target?.dispatchEvent(new MouseEvent('click', {...place, clientY: place.clientY + by}));
}

suite('a finger on words that may only be read', () => {
  setup(() => setViewport({width: 375, height: 800}));
  teardown(() => {
    getSelection()?.removeAllRanges();
    hideAll();
  });

  test('is offered one button beside them, which moves nothing and opens the box with the caret in it', async () => {
    const plan = await opened(suggesting('temi', []));
    const {text, at} = await words(plan);
    const [place, page, height] = [at(3), scrollY, document.documentElement.scrollHeight];
    touch(text.parentElement, place);
    await until('the offer', () => offer(plan) !== null);
    const box = offer(plan)?.getBoundingClientRect() ?? new DOMRect();
    ok(box.height >= 44 && box.width >= 44, `${box.width} x ${box.height}`);
    ok(box.top >= place.bottom && box.top < place.bottom + 20, 'below the line that was touched');
    ok(box.left >= 0 && box.right <= innerWidth, 'on the screen');
    equal([scrollY, document.documentElement.scrollHeight, at(3).top], [page, height, place.top]);
    const said = plan.renderRoot.querySelector('#said');
    ok(said?.textContent.includes('press “Change the words”') === true, said?.textContent ?? '');
    await accessible(deep(plan, 'goldthread-suggest') as Element);
    offer(plan)?.click();
    await until('the box has the focus', () => asking(plan)?.activeElement?.localName === 'input');
    equal(offer(plan), null);
    await sendKeys({press: 'Escape'});
    await until('it asks no more', () => asking(plan)?.querySelector('input') === null);
    equal(text.data, NOW);
  });

  test('goes from it by touching something else, or with Escape', async () => {
    const plan = await opened(suggesting('temi', []));
    const {text, at} = await words(plan);
    touch(text.parentElement, at(3));
    await until('the offer', () => offer(plan) !== null);
    touch(document.body, new DOMRect(1, 1, 1, 1));
    await until('it is gone', () => offer(plan) === null);
    touch(text.parentElement, at(3));
    await until('it is there again', () => offer(plan) !== null);
    await sendKeys({press: 'Escape'});
    await until('it is gone again', () => offer(plan) === null);
  });

  test('is offered nothing by scrolling, by selecting, by a mouse, or where one suggests already', async () => {
    const plan = await opened(suggesting('temi', []));
    const {text, at} = await words(plan);
    touch(text.parentElement, at(3), {by: 40});
    touch(text.parentElement, at(3), {type: 'mouse'});
    getSelection()?.setBaseAndExtent(text, 2, text, 6);
    touch(text.parentElement, at(3));
    equal(getSelection()?.toString(), NOW.slice(2, 6));
    await plan.updateComplete;
    equal(offer(plan), null);
    getSelection()?.removeAllRanges();
    hideAll();
    const other = await opened(suggesting('temi', [hers({choices: ['withdraw']})]));
    await until('what she suggests', () => other.querySelector('goldthread-suggestion') !== null);
    const here = other.querySelector('.ProseMirror article[data-id="need-1"] p');
    touch(here, here?.getBoundingClientRect() ?? new DOMRect());
    await other.updateComplete;
    equal(offer(other), null);
  });

  test('puts what is written behind the word that was touched', async () => {
    const session = suggesting('temi', []);
    const plan = await opened(session);
    const {text, at} = await words(plan);
    touch(text.parentElement, at(NOW.indexOf('covers') + 2));
    await until('the offer', () => offer(plan) !== null);
    offer(plan)?.click();
    await until('the box has the focus', () => asking(plan)?.activeElement?.localName === 'input');
    const label = asking(plan)?.querySelector('label[for="typed"]');
    equal(label?.textContent, 'Your words. They go in at that place.');
    willOpen(session);
    await sendKeys({type: 'now'});
    await sendKeys({press: 'Enter'});
    const wanted = HERS.replace('covers', 'covers now');
    await until('her words', () => suggested(session) === wanted);
  });
});
