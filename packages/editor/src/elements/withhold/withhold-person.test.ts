import {setViewport} from '@web/test-runner-commands';
import type {PlanWithheld} from '../../events/withheld.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {idFor} from '../../testing/jory-people.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import {
  answerAboutPerson,
  box,
  choose,
  heading,
  next,
  openWithhold,
  personCase,
  withholdServer,
  write,
} from '../../testing/withhold-flow.ts';
import type {PlanWithhold} from './withhold.ts';

setup(() => setViewport({width: 1280, height: 900}));
teardown(hideAll);

const offered = (flow: PlanWithhold) =>
  [...(flow.shadowRoot?.querySelectorAll('label') ?? [])].map(one => one.textContent.trim()).join();

suite('keeping a person private', () => {
  for (const width of [1280, 375]) {
    test(`each question has one page, each is accessible and none goes sideways at ${width} px`, async () => {
      await setViewport({width, height: 800});
      const flow = await openWithhold(personCase('bronagh'));
      await answerAboutPerson(flow, async () => {
        await accessible(flow);
        ok(document.documentElement.scrollWidth <= width, `${heading(flow)} is too wide`);
      });
    });
  }

  test('sends exactly what was answered, sealed whatever is usual for the reason', async () => {
    const http = withholdServer();
    const flow = await openWithhold(personCase('bronagh'), http);
    await answerAboutPerson(flow);
    button(flow, 'Change: Why should they not know?').click();
    await drawn(flow);
    await choose(flow, 'It is about another person');
    await choose(flow, 'It is about someone else');
    await next(flow);
    const told = new Promise<PlanWithheld>(heard =>
      flow.addEventListener('plan-withheld', heard, {once: true}),
    );
    button(flow, 'Hide this person').click();
    const {names, undoEnds} = await told;
    equal([names, undoEnds !== null], [['Callum Penhale'], true]);
    equal(http.lastBody('POST /withholdings'), {
      personId: idFor('wren'),
      hiddenFrom: [{id: idFor('callum'), class: 'sealed'}],
      reasonCode: 'third_party',
      legalGround: 'It is someone else’s information (Data Protection Act 2018, Schedule 2)',
      factBase: 'He waited for her outside the clinic.',
      alternatives: 'She asked him to stop.',
      openReason: 'Someone helps with talking.',
      childTold: 'Jory has not been told yet',
      reviewOn: '2026-12-21',
    });
  });

  test('the child and the lead are known to everyone, and nobody is kept from those who must act', async () => {
    const flow = await openWithhold(personCase('bronagh'));
    ok(
      offered(flow).includes('You, Bronagh Kell') && !/Jory Penhale|Esme/.test(offered(flow)),
      offered(flow),
    );
    await next(flow);
    equal(flow._problem, 'Choose one person.');
    await choose(flow, 'Wren Castellan');
    await next(flow);
    equal(heading(flow), 'Who should not know about Wren Castellan?');
    ok(!/Wren|Bronagh|Anita|Stan/.test(offered(flow)), offered(flow));
    await choose(flow, 'Callum Penhale');
    const seers = flow.shadowRoot?.querySelector('.seers')?.textContent ?? '';
    ok(seers.startsWith('Still know that Wren Castellan is on this plan: Jory'), seers);
    ok(!seers.includes('Callum') && seers.includes('Temi'), seers);
  });

  test('says what happens, and who may know already', async () => {
    const entry = {at: '2026-11-03T18:00:00Z', actor: {id: idFor('callum'), name: 'Callum Penhale'}};
    const read = {...entry, action: 'read', subject: null, itemIds: [], detail: {part: 'shared'}};
    const http = withholdServer({'GET /audit?limit=200': {body: {entries: [read]}}});
    const flow = await openWithhold(personCase('bronagh'), http);
    await answerAboutPerson(flow);
    await until('it knows who looked', () => wordsOf(flow).includes('3 November'));
    for (const sentence of [
      'Callum Penhale will not see Wren Castellan anywhere in this plan.',
      'Wren Castellan can still read the plan. They cannot write in any part that Callum Penhale can read.',
      'Wren Castellan sees this decision, and your reasons.',
      'Callum Penhale opened the plan on 3 November 2026, and may already know of Wren Castellan.',
      'It is hidden at once. A second person then has to say that it is right.',
    ])
      ok(wordsOf(flow).includes(sentence), sentence);
  });

  test('words that are safe to say may not name the person', async () => {
    const flow = await openWithhold(personCase('bronagh'));
    await answerAboutPerson(flow);
    button(flow, 'Change: What can be said if someone asks?').click();
    await drawn(flow);
    await write(flow, 'Wren helps with talking.');
    await next(flow);
    ok(flow._problem.includes('“Wren” gives something of it away'), flow._problem);
  });

  for (const [code, question] of [
    ['STAYS_KNOWN', 'Who should be kept private?'],
    ['HIDDEN_BEFORE', 'Who should not know about Wren Castellan?'],
    ['MUST_ACT', 'Who should not know about Wren Castellan?'],
    ['PROTECTED_VALUE', 'Look before you finish'],
  ] as const) {
    test(`a refusal with ${code} says the server’s sentence at its question, and keeps every answer`, async () => {
      const sentence = `What the server says of ${code}.`;
      const http = withholdServer({'POST /withholdings': {code, sentence}});
      const flow = await openWithhold(personCase('bronagh'), http);
      await answerAboutPerson(flow);
      const answered = flow._answers;
      button(flow, 'Hide this person').click();
      await until('it is refused', () => flow._problem !== '');
      await drawn(flow);
      equal([heading(flow), flow._problem], [question, sentence]);
      equal(flow._answers, answered);
      await accessible(flow);
    });
  }

  test('the person can be changed at the end, and is kept from nobody who is that person', async () => {
    const flow = await openWithhold(personCase('bronagh'));
    await answerAboutPerson(flow);
    button(flow, 'Change: Who should be kept private?').click();
    await drawn(flow);
    ok(box(flow, 'Wren Castellan').checked, 'still chosen');
    await choose(flow, 'Callum Penhale');
    await choose(flow, 'Temi Adeyemi');
    await next(flow);
    equal(flow._answers.hidden, [idFor('callum')], 'passing by a name takes it off no list');
    button(flow, 'Change: Who should be kept private?').click();
    await drawn(flow);
    await choose(flow, 'Callum Penhale');
    await next(flow);
    button(flow, 'Hide this person').click();
    await until('it says what is missing', () => flow._problem !== '');
    await drawn(flow);
    equal(heading(flow), 'Who should not know about Callum Penhale?');
  });
});
