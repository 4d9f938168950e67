import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanStopPage, type StopReason} from './stop-page.ts';

const REASONS: readonly (readonly [StopReason, title: string, action: string])[] = [
  ['noAccess', 'You cannot open this plan', ''],
  ['signedOut', 'You are signed out', ''],
  ['outOfDate', 'This page is out of date', 'Reload to carry on'],
  ['failed', 'There is a problem', 'Try again'],
];
teardown(hideAll);

suite('the page in place of a plan', () => {
  for (const [reason, title, action] of REASONS) {
    test(`says "${title}", whom to call, and ${action === '' ? 'has no button' : `"${action}"`} (${reason})`, async () => {
      const page = await show(new PlanStopPage(), {reason, helpLine: '01632 960 188'});
      equal(page.shadowRoot?.querySelector('h1')?.textContent, title);
      equal(page.shadowRoot?.querySelector('button')?.textContent.trim() ?? '', action);
      ok(page.shadowRoot?.querySelector('a[href="tel:01632960188"]'), 'a number to press');
      await accessible(page);
    });
  }

  test('shows words to keep that were put into it, and no number where none is set', async () => {
    const page = new PlanStopPage();
    const kept = document.createElement('p');
    kept.textContent = 'Words to keep';
    page.append(kept);
    await show(page, {reason: 'signedOut'});
    ok(kept.getBoundingClientRect().height > 0, 'the words are shown');
    ok(!wordsOf(page).includes('Stuck?'), 'no number');
    await accessible(page);
  });
});
