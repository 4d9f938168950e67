import {setViewport} from '@web/test-runner-commands';
import {writeItems} from '@goldthread/schema/ydoc';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {idFor} from '../../testing/jory-people.ts';
import {openSaid, saidPlan, sayingOf, traceOf, TRACES} from '../../testing/said-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import {dayIn} from '../../words/clock-time.ts';
import type {PlanSaid} from './said.ts';

function says(screen: PlanSaid, ...texts: readonly string[]): void {
  const shown = wordsOf(screen);
  for (const text of texts) ok(shown.includes(text), `${text} | ${shown}`);
}

function write(screen: PlanSaid, selector: string, value: string): void {
  const box = screen.renderRoot.querySelector<HTMLTextAreaElement | HTMLInputElement>(selector);
  if (box === null) throw new Error(`No ${selector}`);
  box.value = value;
  box.dispatchEvent(new Event('input'));
}

const hasButton = (screen: PlanSaid, text: string): boolean => {
  try {
    return button(screen, text) !== null;
  } catch {
    return false;
  }
};

for (const width of [1280, 375]) {
  suite(`you said, we wrote, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('what nothing became of comes first, the rest says what did, and the check asks for what is missing', async () => {
      const session = saidPlan('esme', [
        traceOf('dog', 'reason', 'Gran looks after Biscuit.'),
        traceOf('dog', 'done', 'We brought a photo.'),
      ]);
      const [screen] = await openSaid(session);
      says(
        screen,
        '3 things were said. Of these, 2 have no place in the plan and no reason yet.',
        'Before the plan is sent out, each of these needs a place in it, or a reason. Check C04',
        'Why it is not in the plan: Gran looks after Biscuit. Esme Farrow, 12 November 2026',
        'Done on 12 November 2026: We brought a photo.',
        'Only some people can read this.',
      );
      const text = wordsOf(screen);
      ok(text.indexOf('Gran sing') < text.indexOf('where Biscuit'), 'what is open comes first');
      await accessible(screen);
    });

    test('everything has a place or a reason', async () => {
      const session = saidPlan('callum', [traceOf('dog', 'reason', 'Gran looks after Biscuit.')]);
      const link = {type: 'link', attrs: {rel: 'statement', to: idFor('gran')}};
      const need = {type: 'need', attrs: {id: 'n2'}, content: [{type: 'paragraph'}, link]};
      writeItems(session.shared.doc, 'section:B', [need], 'test');
      const [screen] = await openSaid(session);
      says(
        screen,
        '2 things were said. Each has a place in the plan, or a reason.',
        'Written because of this: B2',
      );
      says(screen, 'The plan can be sent out.');
      ok(!wordsOf(screen).includes('Dad big voice'), 'what he may not read is not there');
      ok(!hasButton(screen, 'Say why not: Gran sing'), 'a parent looks and changes nothing');
      await accessible(screen);
    });

    test('each question can be read, and says what is wrong', async () => {
      const [screen] = await openSaid(saidPlan('esme'));
      for (const [open, heading, save, wrong] of [
        ['Tie it to the plan: Gran sing', 'What was written because of this?', 'Tie it', 'Choose one first.'],
        [
          'Say why not: Gran sing',
          'Why is this not in the plan?',
          'Keep the reason',
          'Write something first.',
        ],
        [
          'Say what was done: Gran sing',
          'What was done because of this?',
          'Keep it',
          'Write something first.',
        ],
      ] as const) {
        button(screen, open).click();
        await drawn(screen);
        says(screen, heading);
        await accessible(screen);
        button(screen, save).click();
        await drawn(screen);
        says(screen, wrong);
        button(screen, 'Back').click();
        await drawn(screen);
      }
    });
  });
}

suite('you said, we wrote', () => {
  teardown(hideAll);

  test('words that everybody reads are quoted, and those that the child keeps say why they are not', async () => {
    const session = saidPlan('esme');
    const quote = `POST /items/${idFor('gran')}/quote`;
    session.http.says.set(quote, {body: {itemId: idFor('q')}});
    const [screen] = await openSaid(session);
    says(screen, 'Jory has not let everyone read this, so it cannot be quoted.');
    ok(!hasButton(screen, 'Quote it in section A: Dad big voice'), 'not offered');
    button(screen, 'Quote it in section A: Gran sing').click();
    await until('it is quoted', () => wordsOf(screen).includes('It stands in section A now, word for word.'));
    equal(session.http.lastBody(quote), {cleared: []});
    const link = {type: 'link', attrs: {rel: 'quotes', to: idFor('gran')}};
    const {content, ...made} = sayingOf('q', 'Gran sing');
    writeItems(session.shared.doc, 'section:A', [{...made, content: [...content, link]}], 'test');
    await until('it is seen', () => wordsOf(screen).includes('In the plan, word for word:'));
    ok(hasButton(screen, 'Take the quote out: Gran sing'), 'it can be taken out');
  });

  test('places that could tell too much are looked at first, each by itself', async () => {
    const session = saidPlan('esme');
    const quote = `POST /items/${idFor('gran')}/quote`;
    const finding = {key: 'k', rule: 'SG-06', words: 'Gran', sentence: 'Gran sing'};
    session.http.says.set(quote, {problem: 'broken', code: 'DISCLOSURE', findings: [finding]});
    const [screen] = await openSaid(session);
    button(screen, 'Quote it in section A: Gran sing').click();
    await until('it asks', () => wordsOf(screen).includes('Look at this before it stands in the plan'));
    await accessible(screen);
    button(screen, 'Quote it in section A').click();
    await drawn(screen);
    says(screen, 'Look at each one first.');
    screen.renderRoot.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    session.http.says.set(quote, {body: {itemId: idFor('q')}});
    button(screen, 'Quote it in section A').click();
    await until('it is quoted', () => wordsOf(screen).includes('It stands in section A now'));
    equal(session.http.lastBody(quote), {cleared: ['k']});
  });

  test('a reason and what was done are kept, and what the server says against it is told', async () => {
    const session = saidPlan('esme');
    const [screen] = await openSaid(session);
    session.http.says.set('POST /traces', {
      problem: 'broken',
      code: 'COPIED_WORDS',
      sentence: 'A private note.',
    });
    button(screen, 'Say why not: where Biscuit').click();
    await drawn(screen);
    write(screen, 'textarea', 'Gran looks after Biscuit.');
    button(screen, 'Keep the reason').click();
    await until('it asks why', () => screen.renderRoot.querySelector('input[type="radio"]') !== null);
    await accessible(screen);
    screen.renderRoot.querySelector<HTMLInputElement>('input[type="radio"]')?.click();
    session.http.says.set('POST /traces', {body: traceOf('dog', 'reason', 'Gran looks after Biscuit.')});
    session.http.says.set(TRACES, {body: {traces: [traceOf('dog', 'reason', 'Gran looks after Biscuit.')]}});
    button(screen, 'Keep the reason').click();
    await until('it is kept', () => wordsOf(screen).includes('The reason is kept.'));
    const {copyReason, ...sent} = session.http.lastBody('POST /traces') as Record<string, unknown>;
    equal(sent, {itemId: idFor('dog'), act: 'reason', words: 'Gran looks after Biscuit.'});
    equal(typeof copyReason, 'string');
    button(screen, 'Say what was done: where Biscuit').click();
    await drawn(screen);
    write(screen, 'textarea', 'A photo.');
    button(screen, 'Keep it').click();
    await drawn(screen);
    says(screen, 'Say on which day. It cannot lie ahead.');
    write(screen, 'input[type="date"]', '2026-11-12');
    button(screen, 'Keep it').click();
    await until('it is kept', () => wordsOf(screen).includes('What was done is kept.'));
    ok(hasButton(screen, 'Take back: Gran looks after Biscuit.'), 'one’s own is taken back');
  });

  test('words of long ago ask for what was done, and words of today do not', async () => {
    const late = 'Some of this was said over 20 working days ago.';
    const [screen] = await openSaid(saidPlan('esme', [], '2025-11-05'));
    says(screen, late, 'Check TH-12');
    await accessible(screen);
    hideAll();
    const [other] = await openSaid(saidPlan('esme', [], dayIn(new Date())));
    ok(!wordsOf(other).includes(late), 'nothing is late');
  });

  test('a need says itself that it rests on open words, and private ones lead to it from their side', async () => {
    const session = saidPlan('esme');
    const [screen] = await openSaid(session);
    button(screen, 'Tie it to the plan: Gran sing').click();
    await drawn(screen);
    screen.renderRoot.querySelector<HTMLInputElement>('input[type="radio"]')?.click();
    await drawn(screen);
    button(screen, 'Tie it').click();
    await until('it is tied', () => wordsOf(screen).includes('Written because of this: B1'));
    session.http.says.set('POST /traces', {body: traceOf('dad', 'reason', '')});
    button(screen, 'Tie it to the plan: Dad big voice').click();
    await drawn(screen);
    says(screen, 'Only those who can read these words will see that they are tied.');
    screen.renderRoot.querySelector<HTMLInputElement>('input[type="radio"]')?.click();
    await drawn(screen);
    button(screen, 'Tie it').click();
    await until('it is told', () => wordsOf(screen).includes('It is tied.'));
    equal(session.http.lastBody('POST /traces'), {itemId: idFor('dad'), act: 'linked', to: 'need-1'});
  });
});
