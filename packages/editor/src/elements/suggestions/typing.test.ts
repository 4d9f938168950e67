import {sendKeys, setViewport} from '@web/test-runner-commands';
import type {RootName} from '@goldthread/schema';
import '../../screens/stances.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {hideAll, wordsOf} from '../../testing/show.ts';
import {
  HERS,
  NOW,
  ROOT,
  asking,
  deep,
  hers,
  opened,
  suggested,
  suggesting,
  willOpen,
} from '../../testing/suggest-stand.ts';
import type {GoldthreadPlan} from '../plan/plan.ts';

/** The text box of the section, and the item in it that is told of. */
async function words(plan: GoldthreadPlan): Promise<{box: HTMLElement; text: Text}> {
  await until('the way to suggest', () => asking(plan)?.querySelector('.ask') != null);
  const paragraph = plan.querySelector('.ProseMirror article[data-id="need-1"] p');
  const text = paragraph?.firstChild;
  const box = paragraph?.closest<HTMLElement>('.ProseMirror');
  if (!(text instanceof Text) || box == null) throw new Error('no words');
  return {box, text};
}

/** What the page holds in the box for what was typed; null without one. */
function typed(plan: GoldthreadPlan): HTMLInputElement | null {
  return asking(plan)?.querySelector('input') ?? null;
}

for (const width of [1280, 375]) {
  suite(`typing on words that may only be read, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(() => {
      getSelection()?.removeAllRanges();
      hideAll();
    });

    test('a letter asks whether to suggest other words, and what is typed goes in where it was meant', async () => {
      const session = suggesting('temi', []);
      const plan = await opened(session);
      const {box, text} = await words(plan);
      box.focus();
      const from = NOW.indexOf('ears');
      getSelection()?.setBaseAndExtent(text, from, text, from + 'ears'.length);
      await sendKeys({type: 'head and ears'});
      await until('the box has what was typed', () => typed(plan)?.value === 'head and ears');
      ok(asking(plan)?.activeElement === typed(plan), 'the box has the focus');
      ok(wordsOf(plan).includes('You cannot change this here.'), wordsOf(plan));
      await accessible(deep(plan, 'goldthread-suggest') as Element);
      equal(text.data, NOW);
      equal(
        session.http.asked.some(({method}) => method === 'POST'),
        false,
      );
      willOpen(session);
      await sendKeys({press: 'Enter'});
      const wanted = HERS.replace('ears', 'head and ears');
      await until('her words', () => suggested(session) === wanted);
      const editor = plan.querySelector('goldthread-suggestion .ProseMirror');
      await until('her editor has the focus', () => document.activeElement === editor);
      await sendKeys({type: '!'});
      await until(
        'she goes on',
        () => suggested(session) === wanted.replace('head and ears', 'head and ears!'),
      );
    });

    test('where nothing is selected Enter asks about the first item on the screen, and Escape takes it back', async () => {
      const session = suggesting('temi', []);
      const plan = await opened(session);
      const {box} = await words(plan);
      box.focus();
      await sendKeys({press: 'Enter'});
      await until('it asks why', () => asking(plan)?.activeElement?.localName === 'textarea');
      equal(typed(plan), null);
      await sendKeys({press: 'Escape'});
      await until('it asks no more', () => asking(plan)?.querySelector('textarea') === null);
    });

    test('what one’s side suggests already takes what is typed', async () => {
      const roots: RootName[] = [ROOT];
      const session = suggesting('temi', [hers({choices: ['withdraw']})], roots);
      const plan = await opened(session);
      await until('her editor', () => plan.querySelector('goldthread-suggestion .ProseMirror') !== null);
      const text = plan.querySelector('.ProseMirror article[data-id="need-1"] p')?.firstChild;
      if (!(text instanceof Text)) throw new Error('no words');
      text.parentElement?.closest<HTMLElement>('.ProseMirror')?.focus();
      getSelection()?.setBaseAndExtent(text, 2, text, 2);
      await sendKeys({type: 'So'});
      await until('her words', () => suggested(session) === `${HERS} So`);
    });

    test('a space and a shortcut are left alone, and so is whoever may change the words', async () => {
      const plan = await opened(suggesting('temi', []));
      const {box, text} = await words(plan);
      box.focus();
      getSelection()?.setBaseAndExtent(text, 2, text, 2);
      await sendKeys({press: 'Space'});
      await sendKeys({press: 'Control+KeyC'});
      equal(asking(plan)?.querySelector('textarea'), null);
      hideAll();
      const writing = await opened(suggesting('wren', [], ['section:B']));
      await until(
        'she may type',
        () => writing.querySelector('.ProseMirror[contenteditable="true"]') !== null,
      );
      const editor = writing.querySelector<HTMLElement>('.ProseMirror[contenteditable="true"]');
      editor?.focus();
      await sendKeys({type: 'x'});
      await until('it stands there', () => editor?.textContent.includes('x') === true);
      equal(asking(writing)?.querySelector('textarea') ?? null, null);
    });
  });
}
