import {bodyOf} from '../proof/raw-http.ts';
import {placeOf, type Someone} from '../proof/families/index.ts';
import {ADULTS, type Household, type KeptHere, type OpenItem} from './household.ts';

/** Whoever must be able to act is never shut out. */
const MUST_ACT: readonly Someone[] = ['socialWorker', 'manager'];
const MAY_APPROVE: readonly Someone[] = ['manager', 'doctor', 'keyworker'];
const REVIEW_ON = '2026-11-30';

/** Withholds something new, or an item that others read until now, from and for people drawn by lot. */
export async function withhold(house: Household, moved?: OpenItem): Promise<void> {
  const by = house.anyOf(house.dice.below(8) === 0 ? ['child', 'parentWithCare'] : ADULTS);
  if (by === undefined) return;
  const asked = readersFor(house, by);
  // A child always reads the child's own words.
  const readers: Someone[] = moved?.by === 'child' ? [...new Set([...asked, 'child' as const])] : asked;
  const isOut = (who: Someone) => !readers.includes(who) && !house.away.has(who) && !MUST_ACT.includes(who);
  const from = house.some(house.people.filter(isOut), 7);
  if (from.length === 0) return;
  const isSealed = house.dice.below(3) > 0;
  const first = house.secretIn(readers, from);
  const answer = await post(house, by, './withholdings', {
    ...(moved === undefined
      ? {draft: {...placeOf(by), text: `first ${first}`}}
      : {itemIds: [moved.id], safeWording: {[moved.id]: null}}),
    hiddenFrom: from.map(who => ({id: house.cast.id(who), class: isSealed ? 'sealed' : 'marked'})),
    audience: asked.map(who => house.cast.id(who)),
    reasonCode: by === 'child' ? 'child_confidence' : 'third_party',
    legalGround: `because ${house.secretIn(readers, from)}`,
    factBase: house.secretIn(readers, from),
    alternatives: house.secretIn(readers, from),
    childTold: house.secretIn(readers, from),
    shapes: house.openItems.slice(0, house.dice.below(2)).map(({id}) => id),
    openReason: 'It helps.',
  });
  if (answer === null) return;
  const made = bodyOf<{withholdingId: string; compartmentId: string; itemIds: string[]}>(answer);
  const {withholdingId: id, compartmentId} = made;
  // What stood in an item goes with it, under the id that it has from now on.
  for (const item of made.itemIds)
    house.stands(item, ...(moved === undefined ? [first] : (house.inItem.get(moved.id) ?? [])));
  house.kept.push({
    id,
    compartmentId,
    by,
    readers,
    itemIds: made.itemIds,
    from,
    isAsked: false,
    isOver: false,
  });
}

/** Takes an item out of where everybody reads it. */
export async function withholdOpen(house: Household): Promise<void> {
  const item = house.dice.pick(house.openItems);
  if (item !== undefined) await withhold(house, item);
}

export async function approve(house: Household): Promise<void> {
  await decide(house, MAY_APPROVE, kept => `./withholdings/${kept.id}/approve`);
}

export async function review(house: Household): Promise<void> {
  await decide(house, MAY_APPROVE, kept => `./withholdings/${kept.id}/review`, {reviewOn: REVIEW_ON});
}

/** One person alone takes back what they decided. */
export async function undo(house: Household): Promise<void> {
  const kept = house.kept.at(-1);
  if (kept === undefined || house.away.has(kept.by)) return;
  const answer = await post(house, kept.by, `./withholdings/${kept.id}/undo`);
  if (answer !== null) kept.isOver = true;
}

/** Two people open something, one after the other: from the second on everybody may read what stands in it. */
export async function release(house: Household): Promise<void> {
  await decide(
    house,
    ADULTS,
    kept => {
      if (kept.isAsked) house.opens(kept.itemIds);
      kept.isOver ||= kept.isAsked;
      kept.isAsked = true;
      return `./withholdings/${kept.id}/release`;
    },
    {told: {how: 'unsafe', words: 'Not now.'}},
  );
}

/** Keeps a value in the contact store, or gives one to other readers. */
export async function keepContact(house: Household): Promise<void> {
  const contact = house.dice.pick(house.contacts);
  const readers: Someone[] = [...MUST_ACT, ...house.some(['parentWithCare', 'doctor', 'keyworker'], 3)];
  if (house.away.has('socialWorker')) return;
  const audience = readers.map(who => house.cast.id(who));
  if (contact === undefined || house.dice.below(2) === 0) {
    const marker = house.secret(readers);
    const made = await post(house, 'socialWorker', './contacts', {kind: 'address', value: marker, audience});
    if (made !== null) house.contacts.push({token: bodyOf<{token: string}>(made).token, marker});
    return;
  }
  const path = `./contacts/${contact.token}`;
  if ((await post(house, 'socialWorker', `${path}/audience`, {audience})) === null) return;
  house.keepsFor(contact, readers);
  if (!house.away.has('manager')) await post(house, 'manager', `${path}/approve`);
}

async function decide(
  house: Household,
  people: readonly Someone[],
  path: (kept: KeptHere) => string,
  body?: object,
): Promise<void> {
  const kept = house.dice.pick(house.kept);
  const who = kept && house.anyOf(kept.readers.filter(one => people.includes(one)));
  if (kept !== undefined && who !== undefined) await post(house, who, path(kept), body);
}

function readersFor(house: Household, by: Someone): Someone[] {
  const others = house.people.filter(who => who !== by && !house.away.has(who));
  return [by, ...house.some(others, MUST_ACT.includes(by) ? 4 : 5)];
}

/** Asks, and gives the answer unless it was refused. */
async function post(house: Household, who: Someone, path: string, body?: object): Promise<string | null> {
  const answer = await house.cast.tell(house.session(who), 'POST', path, body);
  house.did(who, path, answer);
  return answer.startsWith('HTTP/1.1 2') ? answer : null;
}
