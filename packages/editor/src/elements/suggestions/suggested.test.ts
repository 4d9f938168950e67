import {setViewport} from '@web/test-runner-commands';
import '../../screens/stances.ts';
import '../../screens/suggested.ts';
import {PlanScreenClose} from '../../events/screen-close.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {button, drawn, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {ID, LIST, NOW, hers, opened, suggesting} from '../../testing/suggest-stand.ts';
import {PlanSuggested} from './suggested.ts';

const NO = {step: 'refuse', party: 'council', name: 'The council', by: 'marcus', byName: 'Marcus'};
const REFUSED = {
  state: 'different',
  steps: [{...NO, at: '2026-11-21T10:00:00', reason: 'It is in B2.'}],
};

async function shown(...proposals: readonly object[]): Promise<PlanSuggested> {
  const session = suggesting('temi', proposals);
  const plan = await opened(session);
  const screen = await show(new PlanSuggested(), {plan});
  await until('it knows', () => !wordsOf(screen).includes('Looking'));
  await drawn(screen);
  return screen;
}

const plain = (screen: PlanSuggested): string => wordsOf(screen).replace(/\s+/g, ' ');

for (const width of [1280, 375]) {
  suite(`what was suggested for the whole plan, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('of what was refused both wordings stand there, with the day and the reason of the no', async () => {
      const screen = await shown(hers(REFUSED));
      const text = plain(screen);
      for (const part of [
        'Not agreed. Both wordings stand.',
        'The council said no on 21 November 2026.',
        `The plan says ${NOW}`,
        'Temi Adeyemi would like it to say',
        'added: and hides end of change.',
        'Why: “It is in B2.”',
        'Why: “I see it each day.”',
      ])
        ok(text.includes(part), `${part} in ${text}`);
      await accessible(screen);
      const closed = eventFrom(screen, PlanScreenClose.eventName, () => button(screen, 'Go to B1').click());
      ok(closed instanceof PlanScreenClose, 'it goes there');
    });

    test('what differs comes before what waits, and what was agreed or taken back comes last', async () => {
      const other = (id: string, item: string, more: object) => hers({id, item, wordingId: '', ...more});
      const screen = await shown(
        other('QQQQQQQQQQQQQQQQQQQQQQ', 'gone', {state: 'withdrawn'}),
        hers({choices: ['accept']}),
        other('RRRRRRRRRRRRRRRRRRRRRR', 'note-1', REFUSED),
      );
      const heads = [...screen.renderRoot.querySelectorAll('h2')].map(one => one.textContent.trim());
      equal(heads, ['Not agreed. Both wordings stand.', 'Waiting for an answer', 'Taken back']);
      const text = plain(screen);
      ok(text.includes('Temi Adeyemi asked on 20 November 2026. You can answer this.'), text);
      ok(!text.includes(ID), text);
    });

    test('where nothing was suggested it says so, and that this is no yes', async () => {
      const screen = await shown();
      ok(plain(screen).includes('That does not mean that everyone agrees.'), plain(screen));
      const {plan} = screen;
      const session = plan.source as unknown as ReturnType<typeof suggesting>;
      session.http.says.set(LIST, {body: {proposals: [hers()]}});
      session.facts = session.facts === null ? null : {...session.facts};
      session.dispatchEvent(new Event('change'));
      await until('the news', () => plain(screen).includes('Waiting for an answer'));
    });
  });
}
