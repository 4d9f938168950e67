import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanNotice} from './notice.ts';

teardown(hideAll);

function rolesIn(notice: PlanNotice): (string | null)[] {
  return [...(notice.shadowRoot?.querySelectorAll('[role]') ?? [])].map(one => one.getAttribute('role'));
}

suite('a notice', () => {
  test('waits until the reader is free, and has its button beside it', async () => {
    const notice = new PlanNotice();
    const close = document.createElement('button');
    close.textContent = 'Close this line';
    notice.append(close);
    await show(notice, {text: 'You are offline.'});
    equal(rolesIn(notice), ['status']);
    ok(close.getBoundingClientRect().width > 0, 'the button is shown');
    await accessible(notice);
  });

  test('is read out at once where it is urgent', async () => {
    const notice = await show(new PlanNotice(), {text: 'Your access has changed.', urgent: true});
    equal(rolesIn(notice), ['alert']);
    await accessible(notice);
  });

  test('takes no room and says nothing when there is nothing to say', async () => {
    const notice = await show(new PlanNotice(), {text: 'You are offline.'});
    notice.text = '';
    await drawn(notice);
    equal([wordsOf(notice), notice.getBoundingClientRect().height], ['', 0]);
  });
});
