import {setViewport} from '@web/test-runner-commands';
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
  withholdItem,
  withholdServer,
  write,
} from '../../testing/withhold-flow.ts';

setup(() => setViewport({width: 1280, height: 900}));
teardown(hideAll);

suite('what may be answered', () => {
  test('does not offer those who must act, and says why', async () => {
    const flow = await openWithhold(withholdCase('esme'));
    const labels = [...(flow.shadowRoot?.querySelectorAll('label') ?? [])].map(one => one.textContent);
    ok(!labels.some(text => /Bronagh|Anita|Stan/.test(text)), labels.join());
    ok(wordsOf(flow).includes('because they must be able to act: Bronagh Kell'), wordsOf(flow));
  });

  test('never offers to keep a child’s own words from that child', async () => {
    const said = withholdItem('said', 'section:A', 'bell too loud', true);
    const flow = await openWithhold(withholdCase('bronagh', 'section:A', {item: said, around: [said]}));
    const labels = [...(flow.shadowRoot?.querySelectorAll('label') ?? [])].map(one => one.textContent);
    ok(!labels.some(text => text.includes('Jory Penhale')), labels.join());
    ok(wordsOf(flow).includes('Jory always sees Jory’s own words.'), 'said');
  });

  test('names who can still see it as people are ticked, and only those chosen as readers', async () => {
    const flow = await openWithhold(withholdCase('bronagh'));
    await choose(flow, 'Callum Penhale');
    const seers = () => flow.shadowRoot?.querySelector('.seers')?.textContent ?? '';
    ok(seers().includes('Temi Adeyemi') && !seers().includes('Callum'), seers());
    await next(flow);
    await choose(flow, 'Only the people I choose');
    for (const name of ['Jory', 'Temi', 'Folasade', 'Wren', 'Esme', 'Priya', 'Stan'])
      await choose(flow, name);
    equal(seers(), 'Can still see it: Bronagh Kell and Anita Dray.');
    await accessible(flow);
  });

  test('a reason of danger needs somebody among the readers who can act', async () => {
    const flow = await openWithhold(withholdCase('esme'));
    await choose(flow, 'Callum Penhale');
    await next(flow);
    await choose(flow, 'Only the people I choose');
    for (const name of ['Bronagh', 'Anita', 'Stan']) await choose(flow, name);
    await next(flow);
    await choose(flow, 'It could put someone in danger');
    await choose(flow, 'Someone could be hurt');
    await next(flow);
    ok(flow._problem.startsWith('Someone who can protect the child has to see it.'), flow._problem);
  });

  test('what is usual for a reason is chosen first, and each person can have an answer of their own', async () => {
    const flow = await openWithhold(withholdCase('bronagh'));
    await choose(flow, 'Callum Penhale');
    await choose(flow, 'Wren Castellan');
    await next(flow);
    await next(flow);
    await choose(flow, 'It is about another person');
    await choose(flow, 'It is about someone else');
    await next(flow);
    await write(flow, 'x');
    await next(flow);
    await next(flow);
    await write(flow, 'x');
    await next(flow);
    await choose(flow, 'Jory knows that it is private, and why');
    await next(flow);
    ok(box(flow, 'Yes, show a line').checked, 'marked is usual');
    ok(wordsOf(flow).includes('Some of this is kept private. You can ask Esme Farrow.'), 'what they see');
    await choose(flow, 'Choose for each person');
    box(flow, 'sees nothing').click();
    await drawn(flow);
    await accessible(flow);
    equal(flow._answers.knownBy, {[idFor('callum')]: 'sealed'});
  });

  test('words that everyone reads may not repeat what is hidden, nor hold what was not cleared by name', async () => {
    const sentence = 'Saltmere has a pool.';
    const findings = [{key: 'k', rule: 'SG-06', words: 'Saltmere', sentence}];
    const http = withholdServer({'POST /disclosure-checks': {body: {findings}}});
    const flow = await openWithhold(withholdCase('bronagh', 'sos:worries'), http);
    await answerAll(flow);
    button(flow, 'Change: What can be said openly?').click();
    await drawn(flow);
    await write(flow, 'It is what time Year 3 goes home.');
    await next(flow);
    ok(flow._problem.includes('gives something of it away'), flow._problem);
    await write(flow, 'Saltmere has a pool.');
    await next(flow);
    ok(flow._problem.startsWith('Change the words'), flow._problem);
    ok(
      wordsOf(flow).includes('“ Saltmere ” From this, someone could work out where a person is.'),
      wordsOf(flow),
    );
    await accessible(flow);
    await choose(flow, 'It is safe to show');
    await next(flow);
    equal(heading(flow), 'Look before you finish');
  });

  test('what only the server finds leads back to the words in which it stands, to be cleared there', async () => {
    const http = withholdServer();
    const flow = await openWithhold(withholdCase('bronagh', 'sos:worries'), http);
    await answerAll(flow);
    button(flow, 'Change: What can be said openly?').click();
    await drawn(flow);
    await write(flow, 'Saltmere has a pool.');
    await next(flow);
    const findings = [{key: 'k', rule: 'SG-06', words: 'Saltmere', sentence: 'Saltmere has a pool.'}];
    const refused = {code: 'DISCLOSURE', sentence: 'Look at each place first.', findings};
    const hidden = http.says.get('POST /withholdings');
    http.says.set('POST /withholdings', refused);
    button(flow, 'Hide it').click();
    await until('it leads back', () => heading(flow) === 'What can be said openly?');
    ok(wordsOf(flow).includes('Look at each place first.'), wordsOf(flow));
    await accessible(flow);
    await choose(flow, 'It is safe to show');
    await next(flow);
    if (hidden !== undefined) http.says.set('POST /withholdings', hidden);
    button(flow, 'Hide it').click();
    const body = () => http.lastBody('POST /withholdings') as {cleared?: readonly string[]};
    await until('it is sent', () => body().cleared !== undefined);
    equal(body().cleared, ['k']);
  });

  test('the day lies ahead and not beyond the longest', async () => {
    const flow = await openWithhold(withholdCase('bronagh'));
    await answerAll(flow);
    button(flow, 'Change: When should someone check this again?').click();
    await drawn(flow);
    await choose(flow, 'By another day');
    for (const [day, problem] of [
      ['', 'Choose a day.'],
      ['2026-11-23', 'The day has to lie ahead.'],
      ['2027-01-01', 'Choose 21 December 2026 or earlier.'],
    ] as const) {
      flow._answers = {...flow._answers, day};
      await next(flow);
      equal(flow._problem, problem);
    }
    await accessible(flow);
  });
});
