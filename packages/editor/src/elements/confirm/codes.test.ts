import {setViewport} from '@web/test-runner-commands';
import '../../screens/codes.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import type {FakeAnswer} from '../../testing/fake-http.ts';
import {FakePlan} from '../../testing/fake-plan.ts';
import {idFor, joryPeople} from '../../testing/jory-people.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanCodes} from './codes.ts';

const ISSUE = 'POST /api/session/codes';

async function chosen(answer: FakeAnswer): Promise<{screen: PlanCodes; source: FakePlan}> {
  const source = new FakePlan('socialWorker', []);
  const people = joryPeople('bronagh');
  const me = people.find(({isMe}) => isMe);
  if (source.facts !== null && me !== undefined) source.facts = {...source.facts, me, people};
  source.http.says.set(ISSUE, answer);
  const screen = await show(new PlanCodes(), {source});
  await accessible(screen);
  ok(!wordsOf(screen).includes('Bronagh Kell'), 'nobody gives themselves a code');
  [...(screen.shadowRoot?.querySelectorAll('button') ?? [])]
    .find(one => one.textContent.trim().startsWith('Temi'))
    ?.click();
  await until('it was asked', () => screen._state.kind !== 'making');
  await drawn(screen);
  return {screen, source};
}

teardown(hideAll);

for (const width of [1280, 375]) {
  suite(`giving somebody a code, at ${width} px`, () => {
    setup(() => setViewport({width, height: 812}));

    test('shows it once, four letters at a time, with how to tell it', async () => {
      const {screen, source} = await chosen({
        body: {code: 'bcdfghjk', expiresAt: '2026-11-28T09:30:00Z'},
      });
      equal(source.http.lastBody(ISSUE), {participantId: idFor('temi')});
      const words = wordsOf(screen);
      ok(words.includes('Code for Temi Adeyemi') && words.includes('bcdf ghjk'), words);
      ok(words.includes('Do not send it.') && words.includes('It works once, until'), words);
      await accessible(screen);
      button(screen, 'Give someone else a code').click();
      await drawn(screen);
      ok(!wordsOf(screen).includes('bcdf'), 'it is gone');
    });

    test('says why there is none', async () => {
      for (const [answer, says] of [
        [{problem: 'offline'}, 'This needs a connection.'],
        [{problem: 'gone', code: 'NOT_FOUND'}, 'You can no longer do this.'],
        [{problem: 'broken', code: 'NOT_CONFIRMED', sentence: 'Show first that it is you.'}, 'Show first'],
      ] as const) {
        const {screen} = await chosen(answer);
        ok(wordsOf(screen).includes(says), wordsOf(screen));
        ok(screen.shadowRoot?.activeElement?.matches('.problem'), 'the problem has the focus');
        await accessible(screen);
        hideAll();
      }
    });
  });
}
