import type {CompartmentId} from '@goldthread/schema';
import {setViewport} from '@web/test-runner-commands';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {receiveWithheld} from '../../testing/fake-withholding.ts';
import {idFor} from '../../testing/jory-people.ts';
import {
  asked,
  matter,
  number,
  onPaper,
  OPEN_SCALE,
  paperOf,
  printPlan,
  RECORDS,
  REFUSED,
  sheetIn,
  tell,
} from '../../testing/print-stand.ts';
import {hideAll} from '../../testing/show.ts';
import {hers} from '../../testing/suggest-stand.ts';

const SECRET = 'Shouting at night frightens him.';
const END = 'This copy may not show everything. Ask your key worker.';

function inOrder(...parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = onPaper().indexOf(part, from);
    ok(at >= from, `${part} comes next in ${onPaper()}`);
    from = at + part.length;
  }
}

for (const width of [1280, 375]) {
  suite(`the plan on paper, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('says what it is, for whom and how far, then each part with its items, facts and ties in words', async () => {
      const paper = await paperOf(printPlan());
      inOrder(
        ...['Jory’s plan', 'Education, Health and Care Plan', 'Being written', 'Printed for Temi Adeyemi, '],
        ...['It shows the plan as you see it, without private notes.', 'private facts about Jory.'],
        ...[
          'A. My views',
          'What Jory and the family say, in their own words.',
          'No one has written here yet.',
        ],
        ...['B. My special educational needs', 'B1', 'He covers his ears when the bell rings.'],
        ...['F. The teaching and help I will have', 'F1', 'Wren works with him in the blue room.'],
        ...['Who has agreed', 'The school, 2 November 2026', 'How long: 45 minutes', 'How often: every week'],
        ...['From: 1 December 2026', 'For this need: B1, “He covers his ears when the bell rings.”'],
        ...['K. What this plan is based on', 'Safety map', 'What are we worried about?', END],
      );
      ok(onPaper().endsWith(END), onPaper());
      equal(sheetIn()?.querySelectorAll('h1').length, 1);
      await accessible(paper);
    });

    test('a dispute stands directly below what it is about, and everybody’s number by itself', async () => {
      const session = printPlan();
      const ratings = [
        number('Temi Adeyemi', 7, {whyNotLower: 'Gran is there.'}),
        number('Bronagh Kell', 3),
        number('Jory', 9, {isBlind: true, earlier: [number('Jory', 5)]}),
        number('Wren', 2, {isBlind: true}),
      ];
      tell(session, {
        ratings: [
          {...OPEN_SCALE, ratings},
          {...OPEN_SCALE, id: 's2', about: null},
        ],
      });
      const paper = await paperOf(session);
      inOrder(
        ...['Danger statement', 'He could be hurt at night.', 'Temi Adeyemi does not agree.'],
        ...['I would never hurt him.', 'Numbers from 0 to 10', '0 means: Not safe at home.'],
        ...['Bronagh Kell 3.', 'Jory 5.', 'Temi Adeyemi 7.', 'Why not lower: Gran is there.'],
        ...['Harm that has happened', 'He hid in May.', 'What needs to happen?', 'No numbers are shown yet.'],
      );
      equal(onPaper().split('I would never hurt him.').length, 2, 'it stands there once');
      ok(!/Jory 9|Wren 2/.test(onPaper()), 'what nobody has seen is on no paper');
      await accessible(paper);
    });

    test('where both wordings stand, both are there with whose they are and each reason', async () => {
      const waiting = hers({id: 'QQQQQQQQQQQQQQQQQQQQQQ', state: 'proposed', reason: 'Still waiting.'});
      const paper = await paperOf(printPlan('temi', [REFUSED, waiting]));
      inOrder(
        ...['He covers his ears when the bell rings.', 'Both wordings stand.'],
        ...[
          'Temi Adeyemi would like it to say',
          '20 November 2026',
          'He covers his ears and hides when the bell',
        ],
        ...['Why: “I see it each day.”', 'The council said no on 21 November 2026. Why: “It is in B2.”'],
      );
      ok(!onPaper().includes('Still waiting.'), 'what still waits is no wording that stands');
      await accessible(paper);
    });

    test('what a side wants printed has each side in its own words, and nothing tells of what it does not', async () => {
      const session = printPlan();
      const kept = matter('Kept to the record.', {isPrinted: false});
      const whole = matter('It is all too late.', {item: null, root: 'section:F', quote: ''});
      tell(session, {disagreements: [kept, matter('Not only then.'), whole]});
      const paper = await paperOf(session);
      inOrder(
        ...['Where sides do not agree', 'B1. Still seen in different ways', 'He covers his ears.'],
        ...['The plan says something else now.', 'Temi Adeyemi does not agree', '20 November 2026'],
        ...['Not only then.', 'They would like it to say: Each day.', 'The council says', 'We saw it once.'],
        ...['F. Help in school. Still seen', 'It is all too late.', END],
      );
      ok(!/Kept to the record|wants it printed/.test(onPaper()), onPaper());
      await accessible(paper);
    });
  });
}

suite('what is on no paper', () => {
  setup(() => setViewport({width: 1280, height: 800}));
  teardown(hideAll);

  test('of a disagreement that is not to be printed there is no trace, nor of the whole part', async () => {
    await paperOf(printPlan());
    const without = onPaper();
    hideAll();
    const session = printPlan();
    tell(session, {disagreements: [matter('Kept to the record.', {isPrinted: false})]});
    await paperOf(session);
    equal(timeless(onPaper()), timeless(without));
    ok(!without.includes('Where sides do not agree'), without);
  });

  test('a side that was asked on two days by two means and said nothing is named with what was offered', async () => {
    const tries = [asked('2026-11-03', 'letter', 'A meeting at six.'), asked('2026-11-10', 'phone')];
    const session = printPlan();
    tell(session, {tries});
    const paper = await paperOf(session);
    inOrder(
      ...['Callum Penhale has given no answer', 'Callum Penhale was asked on 3 November 2026, by letter.'],
      ...['Offered: A meeting at six.', 'Esme Farrow', 'asked on 10 November 2026, by phone.'],
    );
    await accessible(paper);
    hideAll();
    tell(session, {tries: tries.slice(0, 1)});
    await paperOf(session);
    ok(!onPaper().includes('no answer'), 'one letter is no silence');
    hideAll();
    const answer = {item: 'need-1', party: 'callum', name: 'Callum Penhale', stance: 'agree', words: ''};
    session.http.says.set(RECORDS.positions, {body: {positions: [answer], parties: []}});
    tell(session, {tries});
    await paperOf(session);
    ok(!onPaper().includes('no answer'), 'whoever answered has answered');
  });

  test('a withheld item is on nobody’s: with private notes and all about them, the copy is the one without', async () => {
    const tries = [asked('2026-11-03', 'letter'), asked('2026-11-10', 'phone')];
    const before = printPlan('bronagh', [REFUSED]);
    tell(before, {tries});
    await paperOf(before);
    const without = onPaper();
    ok(without.includes('no answer'), without);
    hideAll();
    const [item, compartmentId] = [idFor('i-harm'), idFor<CompartmentId>('c-harm')];
    const about = {id: 'RRRRRRRRRRRRRRRRRRRRRR', item, compartmentId};
    const session = printPlan('bronagh', [REFUSED, {...REFUSED, ...about}]);
    receiveWithheld(session, 'harm', SECRET, 'section:B');
    const answer = {item, party: 'callum', name: 'Callum Penhale', stance: 'disagree', words: 'No.'};
    session.http.says.set(RECORDS.positions, {body: {positions: [answer], parties: []}});
    tell(session, {
      disagreements: [matter('Not what I said.', {item})],
      tries: [...tries, {...asked('2026-11-11', 'visit'), item}],
      ratings: [{...OPEN_SCALE, compartmentId, about: item, ratings: [number('Bronagh Kell', 1)]}],
    });
    await paperOf(session);
    equal(timeless(onPaper()), timeless(without));
  });

  test('where nothing open stands on the map there is none, whatever is kept private beside it', async () => {
    const session = printPlan('bronagh');
    const worries = session.shared.doc.getXmlFragment('sos:worries');
    worries.delete(0, worries.length);
    if (session.facts !== null) session.facts = {...session.facts, safety: null};
    receiveWithheld(session, 'harm', SECRET, 'sos:worries');
    await paperOf(session);
    ok(!/Safety map|worried about/.test(onPaper()), onPaper());
  });
});

/** A copy without the minute in which it was made. */
function timeless(words: string): string {
  return words.replace(/\d\d:\d\d/, '');
}
