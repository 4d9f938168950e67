import {setViewport} from '@web/test-runner-commands';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import {saidList, saidWithholding} from '../../testing/fake-withholding.ts';
import {idFor} from '../../testing/jory-people.ts';
import {MAN, LIST, card, open, plan} from '../../testing/private-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';

const RELEASE = 'POST /withholdings/man/release';
const READERS = 'POST /withholdings/man/readers';
const NEEDED = 'Without what the child was told, or why not, nobody can be asked.';
const UNSAFE = {how: 'unsafe', words: 'He would be asked who told.'};

setup(() => setViewport({width: 375, height: 800}));
teardown(hideAll);

/** Opens the list of a plan on which the child keeps something to a few. */
async function shown(more: Readonly<Record<string, unknown>>) {
  const source: FakePlan = plan(saidWithholding('man', {reasonCode: 'child_confidence', ...more}));
  const list = await open(source);
  const pick = async (label: string): Promise<void> => {
    const row = [...card(list).shadowRoot.querySelectorAll('label.row')].find(
      one => one.textContent.trim() === label,
    );
    row?.querySelector('input')?.click();
    await drawn(list);
  };
  const says = async (text: string): Promise<void> => {
    const box = card(list).shadowRoot.querySelector<HTMLTextAreaElement>('#said');
    if (box === null) throw new Error(`nothing asks what the child was told: ${wordsOf(list)}`);
    box.value = text;
    box.dispatchEvent(new Event('input'));
    await drawn(list);
  };
  return {source, list, pick, says};
}

suite('opening what the child keeps to a few', () => {
  test('nobody asks that it be opened before it is written down what the child was told', async () => {
    const {source, list, pick, says} = await shown({mayRelease: true, releaseNeedsTold: true});
    button(list, `Ask to open it: ${MAN}`).click();
    await until('it asks', () => wordsOf(list).includes('What was the child told?'));
    ok(wordsOf(list).includes('the child can see that everyone reads it'), wordsOf(list));
    await accessible(list);
    button(list, 'Ask to open it').click();
    await until('it is said', () => wordsOf(list).includes(NEEDED));
    await pick('It is not safe to tell');
    await says(UNSAFE.words);
    const asked = saidWithholding('man', {status: 'releaseAsked'});
    source.http.says.set(RELEASE, {body: asked});
    source.http.says.set(LIST, saidList(asked));
    button(list, 'Ask to open it').click();
    await until('it is told', () => wordsOf(list).includes('A second person has to agree.'));
    equal(source.http.lastBody(RELEASE), {cleared: [], told: UNSAFE});
  });

  test('nor that one person more reads it', async () => {
    const {source, list, pick, says} = await shown({mayAddReader: true, readerNeedsTold: true});
    button(list, `Let someone else read it: ${MAN}`).click();
    await until('it asks', () => wordsOf(list).includes('What was the child told?'));
    await pick('Wren Castellan');
    button(list, 'Ask for this').click();
    await until('it is said', () => wordsOf(list).includes(NEEDED));
    await pick('Not yet');
    await says('He is ill.');
    source.http.says.set(READERS, {body: saidWithholding('man', {readerAsked: idFor('wren')})});
    button(list, 'Ask for this').click();
    await until('it is told', () => wordsOf(list).includes('A second person has to agree.'));
    const told = {how: 'delayed', words: 'He is ill.'};
    equal(source.http.lastBody(READERS), {readerId: idFor('wren'), cleared: [], told});
  });

  test('whoever agrees reads what was written down, and is asked for it only where nobody wrote it', async () => {
    const asked = {status: 'releaseAsked', mayRelease: true, releaseTold: {...UNSAFE, on: ''}};
    const {source, list} = await shown(asked);
    button(list, `Open it: ${MAN}`).click();
    await until('it asks', () => wordsOf(list).includes('Yes, open it'));
    ok(wordsOf(list).includes(`as it is not safe: ${UNSAFE.words}`), wordsOf(list));
    await accessible(list);
    source.http.says.set(RELEASE, {body: saidWithholding('man', {status: 'released'})});
    button(list, 'Yes, open it').click();
    await until('it is told', () => wordsOf(list).includes('Opened. It is in the plan again.'));
    equal(source.http.lastBody(RELEASE), {cleared: []});
  });
});
