import {accessible} from '../../testing/accessible.ts';
import {ok} from '../../testing/assert.ts';
import {hideAll, show, wordsOf} from '../../testing/show.ts';
import {StartPage} from './start.ts';

customElements.define('goldthread-start', StartPage);
teardown(hideAll);

suite('the front page', () => {
  test('says how to open a plan and whom to call, asks nothing, and is accessible', async () => {
    const page = await show(new StartPage(), {helpLine: '01632 960 188'});
    ok(wordsOf(page).includes('press the link in the message'), 'how');
    ok(page.shadowRoot?.querySelector('a[href="tel:01632960188"]'), 'a number to press');
    ok(page.shadowRoot?.querySelector('input, button') === null, 'nothing to fill in');
    await accessible(page);
  });

  test('names no number where none is set', async () => {
    const page = await show(new StartPage());
    ok(!wordsOf(page).includes('Call'), wordsOf(page));
    await accessible(page);
  });
});
