import {setViewport} from '@web/test-runner-commands';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {saidList, saidWithholding} from '../../testing/fake-withholding.ts';
import {idFor} from '../../testing/jory-people.ts';
import {MAN, LIST, card, open, plan} from '../../testing/private-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';

const READERS = 'POST /withholdings/man/readers';

setup(() => setViewport({width: 375, height: 800}));
teardown(hideAll);

suite('one reader more of what is kept private', () => {
  test('the first person chooses among those who neither read it nor are kept from it', async () => {
    const source = plan(saidWithholding('man', {mayAddReader: true}));
    const asked = saidWithholding('man', {readerAsked: idFor('wren')});
    source.http.says.set(READERS, {body: asked});
    const list = await open(source);
    button(list, `Let someone else read it: ${MAN}`).click();
    await until('it asks', () => wordsOf(list).includes('Who should read it too?'));
    const shown = [...card(list).shadowRoot.querySelectorAll('fieldset label')].map(one =>
      one.textContent.trim(),
    );
    ok(!shown.includes('Callum Penhale'), 'kept from him');
    ok(!shown.includes('Temi Adeyemi'), 'she reads it');
    await accessible(list);
    button(list, 'Ask for this').click();
    await drawn(list);
    ok(wordsOf(list).includes('Choose who should read it.'), wordsOf(list));
    const label = [...card(list).shadowRoot.querySelectorAll('fieldset label')].find(one =>
      one.textContent.includes('Wren'),
    );
    label?.querySelector('input')?.click();
    source.http.says.set(LIST, saidList(asked));
    button(list, 'Ask for this').click();
    await until('it is told', () => wordsOf(list).includes('A second person has to agree.'));
    equal(source.http.lastBody(READERS), {readerId: idFor('wren'), cleared: []});
    await until('it says for whom', () =>
      /Someone has asked that .*Wren.* reads this too\./.test(wordsOf(list)),
    );
  });

  test('the second person says why words of another note may go along, then agrees', async () => {
    const waiting = saidWithholding('man', {mayAddReader: true, readerAsked: idFor('wren')});
    const source = plan(waiting);
    source.http.says.set(READERS, {code: 'COPIED_WORDS', sentence: 'These words stand in a private note.'});
    const list = await open(source);
    ok(wordsOf(list).includes('Needs you'), wordsOf(list));
    const agree = [...card(list).shadowRoot.querySelectorAll('button')].find(one =>
      /^Let .*Wren.* read it$/.test(one.textContent.trim()),
    );
    agree?.click();
    await until('it asks', () => wordsOf(list).includes('Yes, let them read it'));
    button(list, 'Yes, let them read it').click();
    await until('it is stopped', () => wordsOf(list).includes('Why may they read it?'));
    await accessible(list);
    button(list, 'Yes, let them read it').click();
    await drawn(list);
    ok(wordsOf(list).includes('Choose why they may read the words of the other note.'), wordsOf(list));
    card(list).shadowRoot.querySelector<HTMLInputElement>('.act input[name=reason]')?.click();
    source.http.says.set(READERS, {body: saidWithholding('man')});
    source.http.says.set(LIST, saidList(saidWithholding('man')));
    button(list, 'Yes, let them read it').click();
    await until('it is told', () => wordsOf(list).includes('They can read it now.'));
    equal(source.http.lastBody(READERS), {readerId: idFor('wren'), cleared: [], copyReason: 'known'});
  });
});
