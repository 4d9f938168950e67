import {sendKeys} from '@web/test-runner-commands';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {openPlan, openWithNote, WORRIES} from '../../testing/open-islands.ts';
import {drawn, hideAll, wordsOf} from '../../testing/show.ts';
import {FIRST, NOTE, SECOND, WithheldPlan} from '../../testing/withheld-plan.ts';
import {toWords} from './to-words.ts';

suite('the way from a session to words that are to be changed', () => {
  teardown(hideAll);

  test('leads with the caret behind the words that few read', async () => {
    const {plan, island} = await openWithNote();
    await toWords(plan, {id: NOTE, root: WORRIES});
    ok(island.editor?.view.hasFocus(), 'the caret is there');
    await sendKeys({type: ' Soon.'});
    equal(island.editor?.view.dom.textContent, 'He said that he will come. Soon.');
    ok(!wordsOf(plan).includes('can change these words'), plan.news);
  });

  test('leads with the caret to words in the open plan', async () => {
    const {plan} = await openPlan();
    await toWords(plan, {id: SECOND, root: WORRIES});
    const editor = plan.parts.elementOf(WORRIES)?.editor;
    ok(editor?.view.hasFocus(), 'the caret is there');
    equal(editor?.view.state.selection.$head.node(1).attrs['id'], SECOND);
    ok(!wordsOf(plan).includes('can change these words'), plan.news);
  });

  test('says who may change them where the reader may not, of few or of everybody', async () => {
    const session = new WithheldPlan('bronagh', []);
    session.withheld.writableRoots = [];
    const {plan} = await openWithNote(session);
    for (const id of [NOTE, FIRST]) {
      await toWords(plan, {id, root: WORRIES});
      await drawn(plan);
      ok(wordsOf(plan).includes('Only Jory can change these words now.'), id);
      await accessible(plan);
      plan.news = '';
    }
  });

  test('says so where they were put somewhere else meanwhile', async () => {
    const {plan} = await openPlan();
    await toWords(plan, {id: NOTE, root: WORRIES});
    equal(plan.news, 'These words are not here any more.');
  });
});
