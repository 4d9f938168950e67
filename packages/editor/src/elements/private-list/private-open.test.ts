import {setViewport} from '@web/test-runner-commands';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {saidList, saidWithholding} from '../../testing/fake-withholding.ts';
import {idFor} from '../../testing/jory-people.ts';
import {MAN, LIST, card, open, plan} from '../../testing/private-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';

setup(() => setViewport({width: 1280, height: 900}));
teardown(hideAll);

suite('opening what is kept private', () => {
  test('the second clears by name what it would tell, then opens it', async () => {
    const source = plan(saidWithholding('man', {status: 'releaseAsked', mayRelease: true}));
    source.http.says.set('POST /disclosure-checks', {
      body: {
        findings: [{key: 'k', rule: 'SG-06', words: 'Year 3', sentence: MAN, text: 0, start: 40, end: 46}],
      },
    });
    source.http.says.set('POST /withholdings/man/release', {
      body: saidWithholding('man', {status: 'released'}),
    });
    const list = await open(source);
    button(list, `Open it: ${MAN}`).click();
    await until('it asks', () => wordsOf(list).includes('Yes, open it'));
    ok(wordsOf(list).includes('Callum Penhale will then see these words.'), wordsOf(list));
    ok(wordsOf(list).includes('Comments made in private stay private'), wordsOf(list));
    ok(wordsOf(list).includes('“Year 3” This may be seen From this, someone could work out'), wordsOf(list));
    await accessible(list);
    button(list, 'Yes, open it').click();
    await drawn(list);
    ok(wordsOf(list).includes('Tick each one, or leave it hidden.'), 'not cleared');
    card(list).shadowRoot.querySelector<HTMLInputElement>('.act input')?.click();
    source.http.says.set(LIST, saidList());
    button(list, 'Yes, open it').click();
    await until('it is told', () => wordsOf(list).includes('Opened. It is in the plan again.'));
    equal(source.http.lastBody('POST /withholdings/man/release'), {cleared: ['k']});
    await accessible(list);
  });

  test('opening that a person is withheld says who then knows of whom', async () => {
    const wren = {status: 'releaseAsked', mayRelease: true, personId: idFor('wren'), itemIds: []};
    const source = plan(saidWithholding('wren', wren));
    source.http.says.set('POST /withholdings/wren/release', {
      body: saidWithholding('wren', {...wren, status: 'released'}),
    });
    const list = await open(source);
    button(list, 'Open it: That Wren Castellan is on this plan').click();
    await until('it asks', () => wordsOf(list).includes('Yes, open it'));
    ok(
      wordsOf(list).includes('Callum Penhale will then know that Wren Castellan is on this plan.'),
      wordsOf(list),
    );
    ok(!wordsOf(list).includes('Comments made'), 'no words open');
    await accessible(list);
    source.http.says.set(LIST, saidList());
    button(list, 'Yes, open it').click();
    await until('it is told', () => wordsOf(list).includes('Opened. They can know it now.'));
  });

  test('what only the server finds is asked about too, with what was cleared before', async () => {
    const source = plan(saidWithholding('man', {status: 'releaseAsked', mayRelease: true}));
    const finding = (key: string, rule: string, words: string) => ({key, rule, words, sentence: `${words}!`});
    source.http.says.set('POST /disclosure-checks', {body: {findings: [finding('k', 'SG-06', 'Year 3')]}});
    const sentence = 'Some of these words could tell somebody more than they should know.';
    source.http.says.set('POST /withholdings/man/release', {
      code: 'DISCLOSURE',
      sentence,
      findings: [finding('m', 'SG-01', 'Harbour Court')],
    });
    const list = await open(source);
    button(list, `Open it: ${MAN}`).click();
    await until('it asks', () => wordsOf(list).includes('Yes, open it'));
    const boxes = () => [...card(list).shadowRoot.querySelectorAll<HTMLInputElement>('.act input')];
    boxes()[0]?.click();
    button(list, 'Yes, open it').click();
    await until('it is told', () => wordsOf(list).includes(sentence));
    ok(wordsOf(list).includes('“Harbour Court” This may be seen This looks like an address.'), wordsOf(list));
    equal(
      boxes().map(one => one.checked),
      [true, false],
    );
    await accessible(list);
    source.http.says.set('POST /withholdings/man/release', {
      body: saidWithholding('man', {status: 'released'}),
    });
    boxes()[1]?.click();
    source.http.says.set(LIST, saidList());
    button(list, 'Yes, open it').click();
    await until('it is told', () => wordsOf(list).includes('Opened. It is in the plan again.'));
    equal(source.http.lastBody('POST /withholdings/man/release'), {cleared: ['k', 'm']});
  });
});
