import type {ItemId} from '@goldthread/schema';
import {setViewport} from '@web/test-runner-commands';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {idFor} from '../../testing/jory-people.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import {
  answerAll,
  choose,
  heading,
  next,
  openWithhold,
  withholdCase,
  withholdItem,
  withholdServer,
  write,
} from '../../testing/withhold-flow.ts';

setup(() => setViewport({width: 1280, height: 900}));
teardown(hideAll);

suite('new notes, and what is one’s own', () => {
  test('a new private note is written first and stands beside the last item', async () => {
    const http = withholdServer();
    const flow = await openWithhold(withholdCase('bronagh', 'sos:worries', {item: null}), http);
    equal(heading(flow), 'What do you want to write?');
    await next(flow);
    equal(flow._problem, 'Write the note first.');
    await write(flow, 'A private note.');
    await next(flow);
    await answerAll(flow);
    ok(wordsOf(flow).includes('Nobody has seen this yet.'), 'a draft');
    button(flow, 'Hide it').click();
    await until('it was asked', () => http.asked.some(one => one.path === '/withholdings'));
    const {draft} = http.lastBody('POST /withholdings') as {draft: unknown};
    equal(draft, {root: 'sos:worries', afterItemId: idFor('after'), type: 'note', text: 'A private note.'});
  });

  test('a parent is asked a few questions about their own life', async () => {
    const http = withholdServer();
    const hers = withholdCase('temi');
    const facts = {...hers.facts, ownItems: [idFor<ItemId>('man')]};
    const flow = await openWithhold({...hers, facts}, http);
    await choose(flow, 'Callum Penhale');
    await next(flow);
    equal(heading(flow), 'Why should they not see it?');
    ok(!wordsOf(flow).includes('danger'), 'own life only');
    await choose(flow, 'It is about another person');
    await choose(flow, 'A health professional');
    await accessible(flow);
    await next(flow);
    await next(flow);
    await choose(flow, 'Nothing stays');
    await next(flow);
    await next(flow);
    button(flow, 'Hide it').click();
    await until('it was asked', () => http.asked.some(one => one.path === '/withholdings'));
    const {reasonCode, legalGround} = http.lastBody('POST /withholdings') as Record<string, unknown>;
    equal([reasonCode, legalGround], ['health_opinion', 'My own information, at my own wish']);
  });

  test('a child picks people and is asked once if it is right', async () => {
    const http = withholdServer();
    const said = withholdItem('said', 'house:good', 'Miss Farrow do the voice', true);
    const flow = await openWithhold(withholdCase('jory', 'house:good', {item: said, around: [said]}), http);
    await accessible(flow);
    await choose(flow, 'Callum Penhale');
    await next(flow);
    equal(heading(flow), 'Is this right?');
    await accessible(flow);
    button(flow, 'Hide it').click();
    await until('it was asked', () => http.asked.some(one => one.path === '/withholdings'));
    equal(http.lastBody('POST /withholdings'), {
      itemIds: [idFor('said')],
      hiddenFrom: [{id: idFor('callum'), class: 'sealed'}],
      reasonCode: 'child_confidence',
      legalGround: 'The child’s own words, at the child’s own wish',
    });
  });

  test('whoever may not hide it fully is offered the line only', async () => {
    const flow = await openWithhold(withholdCase('wren', 'sos:worries'));
    equal([...(flow.shadowRoot?.querySelectorAll('.seers') ?? [])].length, 0);
    flow._answers = {...flow._answers, hidden: [idFor('callum')], group: 'other', reason: 'court'};
    flow._step = 'known';
    await drawn(flow);
    ok(!wordsOf(flow).includes('They see nothing at all'), wordsOf(flow));
    ok(wordsOf(flow).includes('To hide it fully, ask the keyworker or the social worker.'), 'whom to ask');
    await accessible(flow);
  });
});
