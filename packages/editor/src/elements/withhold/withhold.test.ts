import {setViewport} from '@web/test-runner-commands';
import type {PlanWithheld} from '../../events/withheld.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {idFor} from '../../testing/jory-people.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import {
  answerAll,
  box,
  choose,
  heading,
  next,
  openWithhold,
  withholdCase,
  withholdServer,
} from '../../testing/withhold-flow.ts';

setup(() => setViewport({width: 1280, height: 900}));
teardown(hideAll);

suite('who can see this', () => {
  test('each question has one page, and each page is accessible', async () => {
    const flow = await openWithhold(withholdCase('bronagh'));
    await answerAll(flow, () => accessible(flow));
  });

  test('each page is accessible on a phone and goes nowhere sideways at 320 px', async () => {
    await setViewport({width: 320, height: 640});
    const flow = await openWithhold(withholdCase('bronagh'));
    await answerAll(flow, async () => {
      await accessible(flow);
      ok(document.documentElement.scrollWidth <= 320, `${heading(flow)} is too wide`);
    });
  });

  test('sends exactly what was answered, and tells that it is hidden and can be undone', async () => {
    const http = withholdServer();
    const flow = await openWithhold(withholdCase('bronagh'), http);
    await answerAll(flow);
    const told = new Promise<PlanWithheld>(heard =>
      flow.addEventListener('plan-withheld', heard, {once: true}),
    );
    button(flow, 'Hide it').click();
    const {withholdingId, names, undoEnds} = await told;
    equal([withholdingId, names, undoEnds !== null], ['w', ['Callum Penhale'], true]);
    equal(http.lastBody('POST /withholdings'), {
      itemIds: [idFor('man')],
      hiddenFrom: [{id: idFor('callum'), class: 'sealed'}],
      reasonCode: 'risk_harm',
      legalGround: 'It would be likely to cause serious harm (Data Protection Act 2018, Schedule 3)',
      factBase: 'The office told me on the day.',
      alternatives: 'Other words would show it too.',
      childTold: 'Jory has not been told yet',
      reviewOn: '2026-12-21',
      safeWording: {[idFor('man')]: null},
    });
  });

  test('an unanswered question says what is missing, has the focus, and lets go when it is answered', async () => {
    const flow = await openWithhold(withholdCase('bronagh'));
    await next(flow);
    ok(wordsOf(flow).includes('Choose at least one person.'), 'the sentence');
    ok(flow.shadowRoot?.activeElement?.matches('.problem'), 'it has the focus');
    await accessible(flow);
    await choose(flow, 'Callum Penhale');
    equal(flow._problem, '');
  });

  test('shows the part as they will see it, and who may have seen it already', async () => {
    const read = {
      at: '2026-11-03T18:00:00Z',
      actor: {id: idFor('callum'), name: 'Callum Penhale'},
      action: 'read',
    };
    const http = withholdServer({
      'GET /audit?limit=200': {
        body: {entries: [{...read, subject: null, itemIds: [], detail: {part: 'shared'}}]},
      },
    });
    const flow = await openWithhold(withholdCase('bronagh'), http);
    await answerAll(flow);
    const preview = flow.shadowRoot?.querySelector('.preview')?.textContent ?? '';
    ok(preview.includes('As Callum Penhale will see it'), preview);
    ok(preview.includes('Before.') && preview.includes('After.') && !preview.includes('Year 3'), preview);
    const words = wordsOf(flow);
    ok(
      words.includes('They will not see this text, and we will not send it to their device.'),
      'the promise',
    );
    ok(words.includes('Callum Penhale opened the plan on 3 November 2026.'), words);
  });

  test('says so when the words were changed meanwhile', async () => {
    const flow = await openWithhold(withholdCase('bronagh'));
    await answerAll(flow);
    flow.currentWords = 'Other words.';
    await drawn(flow);
    ok(wordsOf(flow).includes('This passage changed while you were here.'), 'said');
    await accessible(flow);
  });

  test('a refusal leads back to its question with the server’s sentence, and keeps every answer', async () => {
    const sentence = 'Nothing can be kept from somebody who must act to protect the child.';
    const http = withholdServer({'POST /withholdings': {code: 'MUST_ACT', sentence}});
    const flow = await openWithhold(withholdCase('bronagh'), http);
    await answerAll(flow);
    button(flow, 'Hide it').click();
    await until('it is refused', () => flow._problem !== '');
    await drawn(flow);
    equal([heading(flow), flow._problem], ['Who should not see this?', sentence]);
    ok(box(flow, 'Callum Penhale').checked, 'still ticked');
    await accessible(flow);
  });

  test('without a connection nothing is asked, and what was answered waits', async () => {
    const flow = await openWithhold(
      withholdCase('bronagh'),
      withholdServer({'POST /withholdings': {problem: 'offline'}}),
    );
    await answerAll(flow);
    button(flow, 'Hide it').click();
    await until('it is refused', () => flow._problem !== '');
    equal(flow._problem, 'This needs a connection, so that no one sees it by mistake.');
    flow.offline = true;
    await drawn(flow);
    ok(!wordsOf(flow).includes('Continue'), 'no question');
    await accessible(flow);
  });

  test('words of a private note that fewer people read are hidden once it is said why they may stand here', async () => {
    const http = withholdServer();
    http.says.set('POST /withholdings', {
      code: 'COPIED_WORDS',
      sentence: 'These words stand in a private note.',
    });
    const flow = await openWithhold(withholdCase('bronagh'), http);
    await answerAll(flow);
    button(flow, 'Hide it').click();
    await until('it is asked why', () => wordsOf(flow).includes('Why may they read it?'));
    await accessible(flow);
    await choose(flow, 'They know it already');
    button(flow, 'Hide it').click();
    await until(
      'it is said',
      () => (http.lastBody('POST /withholdings') as {copyReason?: string}).copyReason === 'known',
    );
  });

  test('waits while it hides', async () => {
    const flow = await openWithhold(withholdCase('bronagh'), withholdServer({'POST /withholdings': 'never'}));
    await answerAll(flow);
    button(flow, 'Hide it').click();
    await drawn(flow);
    ok(button(flow, 'Hiding it.').matches(':disabled'), 'once only');
    await accessible(flow);
  });
});
