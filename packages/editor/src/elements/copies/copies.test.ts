import type {CompartmentId} from '@goldthread/schema';
import {setViewport} from '@web/test-runner-commands';
import '../../screens/copies.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeDoc, type FakePlan} from '../../testing/fake-plan.ts';
import {idFor} from '../../testing/jory-people.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanCopies} from './copies.ts';

const TEXT = 'A man called Ty asked the school office what time Year 3 goes home.';

async function open(source: FakePlan): Promise<PlanCopies> {
  const screen = await show(new PlanCopies(), {source});
  await drawn(screen);
  return screen;
}

function asking(): FakePlan {
  const source = joryPlan('temi');
  source.shared.asked = [{root: 'section:B', text: TEXT}];
  source.http.says.set('POST /copies', {body: {}});
  return source;
}

async function choose(screen: PlanCopies, label: string): Promise<void> {
  const labels = [...(screen.shadowRoot?.querySelectorAll('label') ?? [])];
  labels
    .find(one => one.textContent.includes(label))
    ?.querySelector('input')
    ?.click();
  await drawn(screen);
}

const closed = (screen: PlanCopies) =>
  new Promise<void>(resolve => {
    screen.addEventListener('plan-screen-close', () => resolve(), {once: true});
  });

setup(() => setViewport({width: 375, height: 800}));
teardown(hideAll);

suite('words of a private note where more people read', () => {
  test('shows the words and who would read them, and asks why they may', async () => {
    const screen = await open(asking());
    const words = wordsOf(screen);
    ok(words.includes(TEXT) && words.includes('everyone who reads this part can read them'), words);
    ok(document.documentElement.scrollWidth <= 375, 'sideways');
    await accessible(screen);
    button(screen, 'Put the words in').click();
    await drawn(screen);
    ok(wordsOf(screen).includes('Choose why they may read it.'), 'no reason yet');
    ok(screen.shadowRoot?.activeElement?.matches('.problem'), 'it is read out');
    await accessible(screen);
  });

  test('notes the decision first, then puts the words in at their place and closes', async () => {
    const source = asking();
    const screen = await open(source);
    await choose(screen, 'They know it already');
    const over = closed(screen);
    button(screen, 'Put the words in').click();
    await over;
    const decided = {root: 'section:B', text: TEXT, reason: 'known', cleared: []};
    equal(source.http.lastBody('POST /copies'), decided);
    equal(source.shared.putIn, 1);
  });

  test('says of a private note into which of them the words go', async () => {
    const source = asking();
    source.shared.asked = [];
    const note = new FakeDoc();
    note.kind = 'withheld';
    note.asked = [{root: 'items', text: TEXT}];
    source.docs = new Map([...source.docs, [idFor<CompartmentId>('note'), note]]);
    const screen = await open(source);
    await choose(screen, 'They know it already');
    const over = closed(screen);
    button(screen, 'Put the words in').click();
    await over;
    const into = {root: 'items', text: TEXT, compartmentId: idFor('note')};
    equal(source.http.lastBody('POST /copies'), {...into, reason: 'known', cleared: []});
    equal([note.putIn, source.shared.putIn], [1, 0]);
  });

  test('asks about each place that could tell something, before anything is put in', async () => {
    const source = asking();
    const sentence = 'Some of these words could tell somebody more than they should know.';
    const findings = [{key: 'k', rule: 'SG-04', words: 'Ty', sentence: TEXT}];
    source.http.says.set('POST /copies', {code: 'DISCLOSURE', sentence, findings});
    const screen = await open(source);
    await choose(screen, 'agreed');
    button(screen, 'Put the words in').click();
    await until('it is told', () => wordsOf(screen).includes(sentence));
    equal(source.shared.putIn, 0);
    await accessible(screen);
    button(screen, 'Put the words in').click();
    await drawn(screen);
    ok(wordsOf(screen).includes('Tick each one, or leave the words out.'), 'not cleared');
    await choose(screen, '“Ty” This may be seen');
    source.http.says.set('POST /copies', {body: {}});
    const over = closed(screen);
    button(screen, 'Put the words in').click();
    await over;
    equal((source.http.lastBody('POST /copies') as {cleared: unknown}).cleared, ['k']);
    equal(source.shared.putIn, 1);
  });

  test('leaves the words out, and stays where there is no connection', async () => {
    const source = asking();
    source.http.says.delete('POST /copies');
    const screen = await open(source);
    await choose(screen, 'They need it');
    button(screen, 'Put the words in').click();
    await until('it is told', () => wordsOf(screen).includes('This needs a connection.'));
    const over = closed(screen);
    button(screen, 'Leave them out').click();
    await over;
    equal(source.shared.putIn, 0);
  });

  test('says so where there is nothing to decide any more', async () => {
    const screen = await open(joryPlan('temi'));
    ok(wordsOf(screen).includes('There is nothing to decide any more.'), wordsOf(screen));
    await accessible(screen);
  });
});
