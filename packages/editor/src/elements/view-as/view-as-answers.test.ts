import {setViewport} from '@web/test-runner-commands';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {hideAll, wordsOf} from '../../testing/show.ts';
import {AS_CALLUM, callumsPlan, chosen, esmesPlan} from '../../testing/view-as-stand.ts';
import type {PlanViewAs} from './view-as.ts';

teardown(hideAll);

/** What parties say, line by line. */
function saidIn(view: PlanViewAs): readonly string[] {
  const said = [...(view.shadowRoot?.querySelectorAll('article .said li') ?? [])];
  return said.map(one => one.textContent.replace(/\s+/g, ' ').trim());
}

for (const width of [1280, 375]) {
  suite(`what somebody else is told besides the words, at ${width} px`, () => {
    setup(() => setViewport({width, height: 812}));

    test('each party’s answer stands with its item, by name', async () => {
      const plan = esmesPlan();
      const participants = [{key: 'temi', name: 'Temi Adeyemi'}];
      const positions = [
        {item: 'need-1', party: 'temi', stance: 'agree'},
        {item: 'need-1', party: 'Tidewell Primary School', by: 'priya', stance: 'partly', words: 'In class.'},
        {item: 'need-1', party: 'gran', stance: 'agree'},
        {item: 'gone', party: 'temi', stance: 'disagree'},
      ];
      plan.http.says.set(AS_CALLUM, callumsPlan({participants, positions}));
      const view = await chosen(plan);
      equal(saidIn(view), [
        'Agree: Temi Adeyemi and gran.',
        'Agree in part: Tidewell Primary School (“In class.”).',
      ]);
      await accessible(view);
    });

    test('a scale says what its ends mean, and where each party stands', async () => {
      const plan = esmesPlan();
      const ratings = [
        {party: 'temi', value: 7},
        {party: 'jory', value: 6, words: 'red train halfway'},
      ];
      const scales = [{id: 's1', zero: 'Not safe.', ten: 'Safe enough to close.', ratings}];
      plan.http.says.set(AS_CALLUM, callumsPlan({signsOfSafety: {scales}}));
      const view = await chosen(plan);
      ok(wordsOf(view).includes('0 means: Not safe. 10 means: Safe enough to close.'), wordsOf(view));
      equal(saidIn(view), ['7: temi.', '6: jory (“red train halfway”).']);
      await accessible(view);
    });

    for (const [opens, sentence] of [
      ['nothing', 'Callum cannot open this plan yet, and has never signed in. This is what Callum will get.'],
      ['shared', 'Until then Callum gets only what everyone on this plan gets.'],
    ] as const) {
      test(`says so where the view does not reach the person: ${opens}`, async () => {
        const plan = esmesPlan();
        plan.http.says.set(`${AS_CALLUM}/opens`, {body: {opens}});
        const view = await chosen(plan);
        ok(wordsOf(view).includes(sentence), wordsOf(view));
        await accessible(view);
      });
    }

    test('says nothing of it to whoever looks at somebody who gets it all, and shows nothing where it cannot be known', async () => {
      ok((await chosen()).shadowRoot?.querySelector('.opens') === null, 'a line');
      const plan = esmesPlan();
      plan.http.says.delete(`${AS_CALLUM}/opens`);
      const view = await chosen(plan, 'failed');
      ok(wordsOf(view).includes('This needs a connection, so that it is right.'), wordsOf(view));
    });
  });
}
