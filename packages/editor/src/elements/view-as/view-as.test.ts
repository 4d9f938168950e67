import type {ItemId} from '@goldthread/schema';
import {writeItems} from '@goldthread/schema/ydoc';
import {setViewport} from '@web/test-runner-commands';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {receiveWithheld, saidList, saidWithholding} from '../../testing/fake-withholding.ts';
import {idFor} from '../../testing/jory-people.ts';
import {button, drawn, eventFrom, hideAll, wordsOf} from '../../testing/show.ts';
import {AS_CALLUM, callumsPlan, chosen, esmesPlan, HARM, NEED, opened} from '../../testing/view-as-stand.ts';

setup(() => setViewport({width: 1280, height: 900}));
teardown(hideAll);

suite('the plan as somebody else gets it', () => {
  test('asks whose view, says that looking is noted, and names everybody but oneself', async () => {
    const view = await opened();
    const words = wordsOf(view);
    ok(words.includes('It is noted that you looked.'), words);
    ok(words.includes('Temi Adeyemi') && !words.includes('Esme Farrow'), words);
    await accessible(view);
  });

  test('says whose view it is and what it leaves out, and shows each part in order', async () => {
    const view = await chosen();
    const words = wordsOf(view);
    ok(words.includes('You see the plan as Callum Penhale gets it. You cannot change anything here.'), words);
    ok(words.includes('What you do not get yourself is left out.'), words);
    ok(words.includes(NEED) && words.includes('red train') && words.includes('Gran'), words);
    ok(
      words.includes('45 minutes') &&
        words.includes('every week') &&
        words.includes('Tied to B1') &&
        words.includes('Tied to F1'),
      words,
    );
    ok(words.indexOf(NEED) < words.indexOf('45 minutes'), 'B stands before F');
    ok(words.includes('No one has written here yet.'), 'an empty part says so');
    equal(view.shadowRoot?.activeElement?.localName, 'h1');
    await accessible(view);
  });

  test('draws what came with the words as words, and leads to safe addresses only', async () => {
    const view = await chosen();
    equal(view.shadowRoot?.querySelector('article strong')?.textContent, '<b>Wren</b>');
    const links = [...(view.shadowRoot?.querySelectorAll('article a') ?? [])];
    equal(
      links.map(one => one.getAttribute('href')),
      ['https://wren.example'],
    );
    ok(!wordsOf(view).includes('alert(1)'), 'what is no node of a plan is left out');
  });

  test('has nothing that can be written in', async () => {
    const view = await chosen();
    equal(view.shadowRoot?.querySelectorAll('input, textarea, select, [contenteditable]').length, 0);
  });

  test('says that somebody gets all of it, where they do', async () => {
    ok(wordsOf(await chosen()).includes('All that you get, Callum gets too.'), 'the same');
  });

  test('lists what is on this page and not in the other view, and leads to it once the view is over', async () => {
    const plan = esmesPlan();
    receiveWithheld(plan, 'harm', HARM);
    writeItems(plan.shared.doc, 'section:C', [{type: 'need', attrs: {id: idFor<ItemId>('c1')}}], 'test');
    const view = await chosen(plan);
    const list = view.shadowRoot?.querySelector('.missing');
    list?.querySelector('summary')?.click();
    await drawn(view);
    ok(list?.textContent.includes(HARM), 'the private note');
    ok(!list?.textContent.includes(NEED), 'not what both get');
    await accessible(view);
    const order: string[] = [];
    for (const name of ['plan-screen-close', 'plan-section-open'])
      view.addEventListener(name, () => order.push(name));
    button(view, `Go to it in my own view: ${HARM}`).click();
    equal(order, ['plan-screen-close', 'plan-section-open']);
  });

  test('shows the line that somebody gets who is told that something is kept private', async () => {
    const plan = esmesPlan();
    receiveWithheld(plan, 'harm', HARM, 'section:C');
    const hiddenFrom = [{id: idFor('callum'), class: 'marked'}];
    plan.http.says.set('GET /withholdings', saidList(saidWithholding('harm', {hiddenFrom})));
    const view = await chosen(plan);
    const line = 'Some of this is kept private. You can ask Esme.';
    const told = [...(view.shadowRoot?.querySelectorAll('section') ?? [])].filter(one =>
      one.textContent.includes(line),
    );
    equal(
      told.map(one => one.querySelector('h2')?.dataset['root']),
      ['section:C'],
    );
  });

  test('draws a private note that both get as one, without a number', async () => {
    const plan = esmesPlan();
    const note = {id: 'p1', type: 'note', text: HARM, audience: ['callum', 'esme']};
    const B = [note, {id: 'need-1', type: 'need', text: NEED}];
    plan.http.says.set(AS_CALLUM, callumsPlan({sections: {B}}));
    const view = await chosen(plan);
    const drawnAs = [...(view.shadowRoot?.querySelectorAll('article') ?? [])].slice(0, 2);
    equal(
      drawnAs.map(one => one.textContent.replace(/\s+/g, ' ').trim()),
      [`Private note ${HARM}`, `B1 ${NEED}`],
    );
    await accessible(view);
  });

  test('says why there is nothing to see, and asks again', async () => {
    for (const [answer, says] of [
      [{problem: 'offline'}, 'This needs a connection, so that it is right.'],
      [{problem: 'gone', code: 'NOT_FOUND'}, 'You can no longer do this.'],
      [
        {problem: 'broken', code: 'NOT_CONFIRMED', sentence: 'Show first that it is you.'},
        'Show first that it is you.',
      ],
      [{body: {format: 'something else'}}, 'Something went wrong.'],
    ] as const) {
      const plan = esmesPlan();
      plan.http.says.set(AS_CALLUM, answer);
      const view = await chosen(plan, 'failed');
      ok(wordsOf(view).includes(says), wordsOf(view));
      await accessible(view);
      plan.http.says.set(AS_CALLUM, callumsPlan());
      button(view, 'Try again').click();
      await until('it is shown', () => view._stage.kind === 'shown');
      hideAll();
    }
  });

  test('an answer that comes after somebody else was chosen is not shown', async () => {
    const plan = esmesPlan();
    plan.http.says.set(AS_CALLUM, 'never');
    const view = await chosen(plan, 'opening');
    ok(wordsOf(view).includes('Opening the plan as Callum Penhale gets it.'), wordsOf(view));
    await accessible(view);
    button(view, 'Choose someone else').click();
    equal(view._stage.kind, 'choosing');
  });

  test('ends with the session, and shows nothing for a moment longer', async () => {
    const plan = esmesPlan();
    const view = await chosen(plan);
    eventFrom(view, 'plan-screen-close', () => plan.now({status: 'gone'}));
    await drawn(view);
    ok(!wordsOf(view).includes(NEED), 'the words are off the page');
  });

  test('asks anew when this person no longer receives what they did', async () => {
    const plan = esmesPlan();
    plan.compartments = [{id: idFor('c-harm'), kind: 'withheld'}];
    const view = await chosen(plan);
    plan.http.says.set(AS_CALLUM, 'never');
    plan.now({});
    equal(view._stage.kind, 'shown', 'not for any change');
    plan.compartments = [];
    plan.now({});
    equal(view._stage.kind, 'opening');
    await drawn(view);
    ok(!wordsOf(view).includes(NEED), 'nothing of it meanwhile');
  });

  test('fits a phone in every state', async () => {
    await setViewport({width: 375, height: 812});
    const plan = esmesPlan();
    receiveWithheld(plan, 'harm', HARM);
    for (const look of [opened, chosen]) {
      await accessible(await look(plan));
      const {scrollWidth, clientWidth} = document.documentElement;
      equal(scrollWidth, clientWidth, 'nothing goes sideways');
      hideAll();
    }
  });
});
