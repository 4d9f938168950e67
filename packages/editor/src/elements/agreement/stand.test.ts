import {setViewport} from '@web/test-runner-commands';
import {writeItems} from '@goldthread/schema/ydoc';
import '../../screens/stand.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {GoldthreadPlan} from '../plan/plan.ts';
import {PlanStand} from './stand.ts';

const LIST = 'GET /records?kinds=positions';

function said(item: string, name: string, stance: string, isBeforeLastChange = false): object {
  return {
    ...{item, party: name, name, stance, words: '', by: null, byName: null, at: null},
    ...{version: 1, earlier: [], isBeforeLastChange},
  };
}

async function opened(...positions: readonly object[]): Promise<[PlanStand, GoldthreadPlan]> {
  const session = joryPlan('esme');
  const item = (id: string, text: string) => ({
    type: 'need',
    attrs: {id},
    content: [{type: 'paragraph', content: [{type: 'text', text}]}],
  });
  writeItems(
    session.shared.doc,
    'section:B',
    [item('b2', 'He hides.'), item('b3', 'He runs.'), item('b4', 'He sings.')],
    'test',
  );
  session.http.says.set(LIST, {body: {positions, parties: []}});
  const plan = await show(new GoldthreadPlan(), {session});
  await until('the items are known', () => plan.index.items.length === 4);
  const screen = await show(new PlanStand(), {plan});
  await until('it knows', () => !wordsOf(screen).includes('Looking'));
  await drawn(screen);
  return [screen, plan];
}

for (const width of [1280, 375]) {
  suite(`where we stand, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('what is seen in different ways comes first, then what is open, then what is agreed, each counted in words', async () => {
      const [screen] = await opened(
        said('need-1', 'Temi', 'agree'),
        said('b2', 'Temi', 'agree'),
        said('b2', 'Callum', 'disagree'),
        said('b3', 'Temi', 'agree'),
        said('b3', 'Callum', 'noAnswer'),
      );
      const text = wordsOf(screen);
      ok(
        text.includes(
          '1 thing is seen in different ways. 1 thing is without all the answers. 1 thing is agreed.',
        ),
        text,
      );
      const places = [
        'Callum does not agree. Temi agrees.',
        'Callum has given no answer. Temi agrees.',
        'Nobody has been asked yet',
      ];
      const at = places.map(place => text.indexOf(place));
      ok(
        at.every(place => place > 0),
        text,
      );
      equal(
        at.toSorted((a, b) => a - b),
        at,
        'order',
      );
      await accessible(screen);
    });

    test('it leads to an item', async () => {
      const [screen, plan] = await opened(said('b2', 'Callum', 'partly'));
      const gone = new Promise(resolve => screen.addEventListener('plan-screen-close', resolve));
      button(screen, 'Go to B2').click();
      await gone;
      equal(plan.current, 'section:B');
    });

    test('it says so where nobody has said a thing yet', async () => {
      const [screen] = await opened();
      ok(wordsOf(screen).includes('Nobody has said yet what they think.'), wordsOf(screen));
      await accessible(screen);
    });
  });
}

suite('where we stand', () => {
  teardown(hideAll);

  test('an answer from before the last change leaves an item open', async () => {
    const [screen] = await opened(said('b2', 'Temi', 'agree', true));
    const text = wordsOf(screen);
    ok(text.includes('Someone has not answered yet'), text);
    ok(text.includes('Temi agrees, before the last change.'), text);
  });
});
