import {setViewport} from '@web/test-runner-commands';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {saidList, saidWithholding} from '../../testing/fake-withholding.ts';
import {MAN, LIST, card, open, plan} from '../../testing/private-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';

setup(() => setViewport({width: 1280, height: 900}));
teardown(hideAll);

suite('what is kept private', () => {
  test('says what, from whom, how it stands and until when, and holds all that was written down', async () => {
    const list = await open(plan(saidWithholding('man')));
    const words = wordsOf(list);
    for (const part of [
      'Hidden from Callum Penhale',
      MAN,
      'Approved by Anita Dray on 20 November 2026. Check by 18 December 2030.',
      'Callum Penhale sees nothing.',
      'Someone could be hurt',
      'Bronagh Kell decided this on 20 November 2026.',
    ])
      ok(words.includes(part), `${part} in ${words}`);
    await accessible(list);
    card(list).shadowRoot.querySelector('summary')?.click();
    await accessible(list);
  });

  const STATES = [
    [{status: 'pending', approvedBy: null}, 'Hidden. Not approved yet.', 'wait'],
    [
      {status: 'pending', approvedBy: null, isOverdue: true},
      'Someone should have approved this by now.',
      'check',
    ],
    [{isOverdue: true}, 'Late. Someone should have checked this by 18 December 2030.', 'check'],
    [
      {isOverdue: true, escalatedAt: '2026-11-23T09:00:00Z'},
      'A manager was told on 23 November 2026.',
      'check',
    ],
    [{status: 'releaseAsked'}, 'Someone has asked to open this.', 'wait'],
  ] as const;
  for (const [facts, words, mark] of STATES) {
    test(`says "${words}" with a shape`, async () => {
      const list = await open(plan(saidWithholding('man', facts)));
      ok(wordsOf(list).includes(words), wordsOf(list));
      ok(card(list).shadowRoot.querySelector(`.state .${mark}`), mark);
      await accessible(list);
    });
  }

  test('shows what waits for this person first, and goes nowhere sideways on a phone', async () => {
    await setViewport({width: 320, height: 640});
    const list = await open(
      plan(
        saidWithholding('a'),
        saidWithholding('man', {status: 'pending', approvedBy: null, mayApprove: true}),
      ),
    );
    const titles = [...(list.shadowRoot?.querySelectorAll('h2') ?? [])].map(one => one.textContent);
    equal(titles, ['Needs you', 'In date']);
    ok(document.documentElement.scrollWidth <= 320, 'sideways');
    await accessible(list);
  });

  test('approves as the second person, says so, and keeps the entry where it is', async () => {
    const source = plan(saidWithholding('man', {status: 'pending', approvedBy: null, mayApprove: true}));
    source.http.says.set('POST /withholdings/man/approve', {body: saidWithholding('man')});
    const list = await open(source);
    source.http.says.set(LIST, saidList(saidWithholding('man')));
    button(list, `Approve: ${MAN}`).click();
    await until('it is told', () => wordsOf(list).includes('Approved.'));
    await until(
      'the list was asked again',
      () => source.http.asked.filter(one => one.path === '/withholdings').length === 2,
    );
    await drawn(list);
    equal(list.shadowRoot?.querySelector('h2')?.textContent, 'Needs you');
    ok(card(list).shadowRoot.activeElement?.matches('.told'), 'it is read out');
    await accessible(list);
  });

  test('keeps it private until another day that is not too late', async () => {
    const source = plan(saidWithholding('man', {isOverdue: true, mayReview: true}));
    source.http.says.set('POST /withholdings/man/review', {body: saidWithholding('man')});
    const list = await open(source);
    button(list, `Check again: ${MAN}`).click();
    await drawn(list);
    await accessible(list);
    const day = card(list).shadowRoot.querySelector<HTMLInputElement>('input[type=date]');
    ok(day !== null && card(list).shadowRoot.activeElement === day, 'the day has the focus');
    button(list, 'Keep it private').click();
    await drawn(list);
    ok(wordsOf(list).includes('Choose a day that lies ahead.'), wordsOf(list));
    const enter = async (value: string) => {
      if (day === null) return;
      day.value = value;
      day.dispatchEvent(new Event('change'));
      await drawn(list);
    };
    await enter('2999-01-01');
    button(list, 'Keep it private').click();
    await drawn(list);
    ok(/Choose \d+ \w+ \d+ or earlier\./.test(wordsOf(list)), wordsOf(list));
    await accessible(list);
    await enter(day?.max ?? '');
    button(list, 'Keep it private').click();
    await until('it is told', () => wordsOf(list).includes('Checked. It stays private.'));
    equal(source.http.lastBody('POST /withholdings/man/review'), {reviewOn: day?.max ?? ''});
  });

  test('opening takes two: the first asks, and can think again', async () => {
    const source = plan(saidWithholding('man', {mayRelease: true}));
    source.http.says.set('POST /withholdings/man/release', {
      body: saidWithholding('man', {status: 'releaseAsked'}),
    });
    const list = await open(source);
    button(list, `Ask to open it: ${MAN}`).click();
    await drawn(list);
    ok(wordsOf(list).includes('A second person then has to agree. Until then it stays hidden.'), 'said');
    await accessible(list);
    button(list, 'Cancel').click();
    await drawn(list);
    equal(card(list).shadowRoot.activeElement?.textContent.trim(), 'Ask to open it');
    button(list, `Ask to open it: ${MAN}`).click();
    await drawn(list);
    button(list, 'Ask to open it').click();
    await until('it is told', () => wordsOf(list).includes('Asked. A second person has to agree.'));
  });

  test('a refusal is told in the server’s words, beside what it is about', async () => {
    const sentence = 'Somebody else has to approve this, who reads it and holds the office for it.';
    const source = plan(saidWithholding('man', {status: 'pending', mayApprove: true}));
    source.http.says.set('POST /withholdings/man/approve', {code: 'MAY_NOT_APPROVE', sentence});
    const list = await open(source);
    button(list, `Approve: ${MAN}`).click();
    await until('it is told', () => wordsOf(list).includes(sentence));
    await accessible(list);
  });

  test('says so where there is nothing, where it is still asking, and where there is no connection', async () => {
    const empty = await open(plan());
    ok(wordsOf(empty).includes('There is nothing here for you.'), wordsOf(empty));
    await accessible(empty);
    hideAll();
    const slow = plan();
    slow.http.says.set(LIST, 'never');
    const waiting = await open(slow);
    ok(wordsOf(waiting).includes('One moment.'), wordsOf(waiting));
    await accessible(waiting);
    hideAll();
    const cut = plan();
    cut.http.says.delete(LIST);
    const offline = await open(cut);
    ok(wordsOf(offline).includes('This needs a connection.'), wordsOf(offline));
    await accessible(offline);
    cut.http.says.set(LIST, saidList());
    button(offline, 'Try again').click();
    await until('it is there', () => wordsOf(offline).includes('There is nothing here for you.'));
  });

  test('names a person who is withheld, and words that the page does not have', async () => {
    const list = await open(
      plan(
        saidWithholding('person', {personId: saidWithholding('x')['proposedBy'], itemIds: []}),
        saidWithholding('gone'),
      ),
    );
    ok(wordsOf(list).includes('That Bronagh Kell is on this plan'), wordsOf(list));
    ok(wordsOf(list).includes('We cannot show the words now.'), wordsOf(list));
  });
});
