import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {MOST_STOPS, PHONE, arrive, press, stops} from '../../testing/houses-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import type {GoldthreadHouses} from './houses.ts';
import type {ChildPick} from './pick.ts';

teardown(hideAll);

async function picking(house: string): Promise<[GoldthreadHouses, ChildPick]> {
  const page = await arrive(undefined, PHONE);
  await press(page, house, 'Pictures');
  const pick = page.shadowRoot?.querySelector<ChildPick>('goldthread-pick');
  if (!pick) throw new Error('nothing to pick');
  return [page, pick];
}

const cards = (pick: ChildPick): HTMLElement[] => [
  ...(pick.shadowRoot?.querySelectorAll<HTMLElement>('.card') ?? []),
];

/** Types behind what stands in the field, as a child does who types another letter; nothing empties it. */
async function type(pick: ChildPick, text: string): Promise<string> {
  const field = pick.shadowRoot?.querySelector('input');
  if (!field) throw new Error('nowhere to type');
  field.value = text === '' ? '' : field.value + text;
  field.dispatchEvent(new Event('input'));
  await drawn(pick);
  return field.value;
}

suite('the pictures', () => {
  test('that begin with a letter are found by it, whatever kind they are', async () => {
    const [page, pick] = await picking('Good things What makes you happy?');
    await type(pick, 's');
    const found = cards(pick).map(({textContent}) => textContent.trim());
    ok(found.length > 1 && found.every(word => /^s/i.test(word)), found.join(', '));
    button(pick, 'More pictures').click();
    await drawn(pick);
    const more = cards(pick).map(({textContent}) => textContent.trim());
    ok(more.length > 0 && more.every(word => /^s/i.test(word) && !found.includes(word)), more.join(', '));
    equal(await type(pick, 'D'), 'D', 'the newest letter is the one');
    ok(
      cards(pick).every(({textContent}) => /^d/i.test(textContent.trim())),
      wordsOf(page),
    );
    await type(pick, '?');
    ok(wordsOf(page).includes('There are no pictures that start with ?.'), wordsOf(page));
    await accessible(page);
    await type(pick, '');
    ok(cards(pick).length > 1, 'and without one they come by kind again');
  });

  for (const house of ['Good things What makes you happy?', 'Worries What worries you?'])
    test(`have at most nine stops once something is picked too, and whom a child can tell: ${house}`, async () => {
      const [page, pick] = await picking(house);
      cards(pick)[0]?.click();
      await until('it is picked', () => wordsOf(page).includes('You picked:'));
      await drawn(page);
      ok(stops(page).length <= MOST_STOPS, `${stops(page).length} stops`);
      ok(wordsOf(page).includes('You can call Childline on 0800 1111.'), wordsOf(page));
    });
});

suite('whom a child can tell', () => {
  for (const [name, ...way] of [
    ['drawing', 'Dreams What do you wish for?', 'Draw'],
    ['talking', 'Worries What worries you?', 'Talk'],
    ['writing', 'Good things What makes you happy?', 'Write'],
    ['a name', 'Change my houses', 'Worries'],
    ['who sees it', 'Worries What worries you?', 'Look at each one', 'Show it to someone'],
    ['who should not', 'Worries What worries you?', 'Look at each one', 'Who should not see it'],
  ])
    test(`stands on the page of ${name}`, async () => {
      const page = await arrive();
      await press(page, ...way);
      ok(wordsOf(page).includes('tell a grown-up you trust. You can call Childline'), wordsOf(page));
    });

  test('is a button away where there is room for one', async () => {
    const page = await arrive();
    for (const [at, ...way] of [
      ['the houses'],
      ['a house', 'Worries What worries you?'],
      ['each one', 'Look at each one'],
    ]) {
      await press(page, ...way);
      ok(button(page, 'Help'), at ?? '');
    }
  });
});
