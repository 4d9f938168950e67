import {setViewport} from '@web/test-runner-commands';
import {writeItems} from '@goldthread/schema/ydoc';
import '../../screens/purge.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import {receiveWithheld, saidList, saidWithholding} from '../../testing/fake-withholding.ts';
import {idFor} from '../../testing/jory-people.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanPurge} from './purge.ts';

const ADDRESS = 'Flat 3, Harbour Court';
const PURGES = 'POST /purges';

function planWith(text: string): FakePlan {
  const plan = joryPlan('esme');
  const need = {
    type: 'need',
    attrs: {id: 'need-2'},
    content: [{type: 'paragraph', content: [{type: 'text', text}]}],
  };
  writeItems(plan.shared.doc, 'section:F', [need], 'test');
  return plan;
}

const saw = (id: string, name: string, firstAt: string) => ({id, name, firstAt});
const said = (places: number, ...couldHaveSeen: readonly object[]) => ({
  body: {purgeId: 'p', places, couldHaveSeen},
});

async function write(screen: PlanPurge, text: string): Promise<void> {
  const box = screen.shadowRoot?.querySelector('textarea');
  if (!box) throw new Error('No box');
  box.value = text;
  box.dispatchEvent(new Event('input'));
  button(screen, 'Find them').click();
  await drawn(screen);
}

const boxes = (screen: PlanPurge) => [...(screen.shadowRoot?.querySelectorAll('input') ?? [])];

for (const width of [1280, 375]) {
  suite(`words that must not be anywhere, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('it says people first, finds the words however they are written, and tells who could have seen them', async () => {
      const plan = planWith('She lives at Flat 3 Harbour Court now.');
      plan.http.says.set(
        PURGES,
        said(
          1,
          saw(idFor('esme'), 'Esme Farrow', '2026-11-20T14:00:00'),
          saw('c', 'Callum Penhale', '2026-11-20T14:02:00'),
        ),
      );
      const screen = await show(new PlanPurge(), {source: plan});
      ok(wordsOf(screen).includes('Ring them and the police before you go on.'), 'people first');
      await accessible(screen);
      await write(screen, ADDRESS.toUpperCase());
      ok(wordsOf(screen).includes('They stand in one place that you can read.'), wordsOf(screen));
      ok(wordsOf(screen).includes('Now in F'), wordsOf(screen));
      await accessible(screen);
      button(screen, 'Take out for good').click();
      await until('it is done', () => screen._stage.kind === 'done');
      await drawn(screen);
      equal(
        JSON.stringify(plan.http.lastBody(PURGES)),
        JSON.stringify({compartmentId: 'shared', text: ADDRESS.toUpperCase()}),
      );
      const now = wordsOf(screen);
      ok(now.includes('Callum Penhale, from 20 November 2026, 14:02'), now);
      ok(!now.includes('Esme Farrow'), 'whoever did it knows');
      ok(now.includes('They have 72 hours.'), now);
      equal(screen._text, '');
      await accessible(screen);
    });
  });
}

suite('words that must not be anywhere', () => {
  setup(() => setViewport({width: 1280, height: 800}));
  teardown(hideAll);

  test('words that nobody can read any more are taken out of the history of the plan', async () => {
    const plan = planWith('Nothing of the kind.');
    plan.http.says.set(PURGES, said(0));
    const screen = await show(new PlanPurge(), {source: plan});
    await write(screen, ADDRESS);
    ok(wordsOf(screen).includes('they are still in the history'), wordsOf(screen));
    button(screen, 'Take out for good').click();
    await until('it is done', () => screen._stage.kind === 'done');
    await drawn(screen);
    ok(wordsOf(screen).includes('Nobody else had them open.'), wordsOf(screen));
  });

  test('a private part is named by whom it is hidden from, and ticked only where the words stand', async () => {
    const plan = planWith('Nothing of the kind.');
    receiveWithheld(plan, 'man', `He asked about ${ADDRESS}.`);
    plan.http.says.set('GET /withholdings', saidList(saidWithholding('man')));
    const screen = await show(new PlanPurge(), {source: plan});
    await write(screen, ADDRESS);
    const now = wordsOf(screen);
    ok(now.includes('Private, hidden from Callum Penhale Now in F'), now);
    equal(JSON.stringify(boxes(screen).map(box => box.checked)), '[false,true]');
  });

  test('nothing is asked of the server before there are words and a place', async () => {
    const plan = planWith('Nothing of the kind.');
    const screen = await show(new PlanPurge(), {source: plan});
    await write(screen, ' a ');
    ok(wordsOf(screen).includes('Write at least three letters.'), wordsOf(screen));
    await accessible(screen);
    await write(screen, ADDRESS);
    boxes(screen)[0]?.click();
    button(screen, 'Take out for good').click();
    await drawn(screen);
    ok(wordsOf(screen).includes('Tick at least one.'), wordsOf(screen));
    ok(!plan.http.asked.some(({method}) => method === 'POST'), 'nothing was asked for');
  });

  test('where the second of two fails the first is not asked for again, and its names are kept', async () => {
    const plan = planWith(ADDRESS);
    receiveWithheld(plan, 'man', ADDRESS);
    const ask = plan.http.ask.bind(plan.http);
    const asked: unknown[] = [];
    let isDown = false;
    plan.http.ask = (method, path, body) => {
      if (method === 'GET') return ask(method, path, body);
      asked.push(body);
      plan.http.says.set(
        PURGES,
        isDown ? {problem: 'offline'} : said(1, saw('c', 'Callum Penhale', '2026-11-20T14:02:00')),
      );
      isDown = true;
      return ask(method, path, body);
    };
    const screen = await show(new PlanPurge(), {source: plan});
    await write(screen, ADDRESS);
    button(screen, 'Take out for good').click();
    await until('it has failed', () => screen._problem !== '');
    await drawn(screen);
    ok(wordsOf(screen).includes('This needs a connection.'), wordsOf(screen));
    equal(JSON.stringify(boxes(screen).map(box => box.checked)), '[false,true]');
    isDown = false;
    button(screen, 'Take out for good').click();
    await until('it is done', () => screen._stage.kind === 'done');
    await drawn(screen);
    equal(asked.length, 3);
    ok(wordsOf(screen).includes('in 2 places'), wordsOf(screen));
  });
});
