import '../../screens/withhold.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeHttp} from '../../testing/fake-http.ts';
import {idFor} from '../../testing/jory-people.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanUndoLine} from './undo-line.ts';

const UNDONE = {
  body: {
    id: 'w',
    compartmentId: idFor('c'),
    proposedBy: idFor('bronagh'),
    proposedAt: '2026-11-23T10:00:00Z',
    reasonCode: 'risk_harm',
    status: 'undone',
  },
};

async function line(http: FakeHttp, ends: number | null): Promise<PlanUndoLine> {
  return show(new PlanUndoLine(), {http, withholdingId: 'w', names: ['Callum Penhale'], ends});
}

teardown(hideAll);

suite('"Hidden. Undo"', () => {
  test('says from whom and for how long in words that nobody is read again and again, and has the focus', async () => {
    const shown = await line(new FakeHttp(), performance.now() + 29_500);
    equal(
      wordsOf(shown),
      'Hidden from Callum Penhale. You can undo this for 30 seconds. Undo Close this line',
    );
    const told = shown.shadowRoot?.querySelector('[role=status]')?.textContent.trim();
    equal(told, 'Hidden from Callum Penhale.');
    equal(shown.shadowRoot?.activeElement?.textContent.trim(), 'Undo');
    await accessible(shown);
  });

  test('counts down as time passes, and nothing moves', async () => {
    const shown = await line(new FakeHttp(), performance.now() + 20_000);
    shown._now = performance.now() + 5_000;
    await drawn(shown);
    ok(/for 1[45] seconds/.test(wordsOf(shown)), wordsOf(shown));
    equal(document.getAnimations().length, 0);
  });

  test('is undone by its button, and says so', async () => {
    const http = new FakeHttp({'POST /withholdings/w/undo': UNDONE});
    const shown = await line(http, performance.now() + 20_000);
    button(shown, 'Undo').click();
    await until('it is undone', () => wordsOf(shown).includes('Undone. It is as it was.'));
    ok(!wordsOf(shown).includes('Hidden from'), 'no longer hidden');
    await accessible(shown);
  });

  test('says where to go on when somebody wrote in it since', async () => {
    const http = new FakeHttp({'POST /withholdings/w/undo': {code: 'DISCLOSURE', sentence: 'Look at each.'}});
    const shown = await line(http, performance.now() + 20_000);
    button(shown, 'Undo').click();
    await until('it is told', () => wordsOf(shown).includes('Someone wrote in it since.'));
    await accessible(shown);
  });

  test('when it is too late there is no button, and a refusal is told in the server’s words', async () => {
    const sentence = 'That can no longer be undone. Opening it again takes two people.';
    const http = new FakeHttp({'POST /withholdings/w/undo': {code: 'TOO_LATE_TO_UNDO', sentence}});
    const shown = await line(http, performance.now() + 20_000);
    button(shown, 'Undo').click();
    await until('it is refused', () => wordsOf(shown).includes(sentence));
    shown._said = '';
    shown._now = performance.now() + 21_000;
    await drawn(shown);
    equal(wordsOf(shown), 'Hidden from Callum Penhale. You can no longer undo this. Close this line');
    await accessible(shown);
  });
});
