import {houses as say} from '../../words/en/houses.ts';
import {namesIn} from './parts.ts';
import type {Refusal} from './child-calls.ts';
import type {HouseItem, HousesView} from './read-houses.ts';
import type {Shown} from './show-to.ts';

/** What a choice of readers came to: who sees it now, who still has to look at it first, and who saw it before. */
export function sharedSaid(
  shown: Shown,
  seenBy: readonly string[],
  item: HouseItem | undefined,
  houses: HousesView,
): string {
  const namesOf = (ids: Shown) => houses.people.filter(({id}) => ids.includes(id)).map(({name}) => name);
  const help = item?.help;
  const helpers = help?.readBy === null ? namesOf(help.asked) : [];
  // While somebody has to look at it, it is never the child's alone.
  const but = shown === 'everyone' ? namesOf(item?.notWith ?? []) : [];
  const now = shown.length === 0 && helpers.length > 0 ? '' : nowSeen(shown, namesOf(shown), but);
  const still = helpers.length === 0 ? '' : say.stillSeen(say.and(helpers));
  const decided = decidedSaid(item, houses);
  return [item?.isOpened === true ? '' : now, still, decided, hasSeenSaid(seenBy)].filter(Boolean).join(' ');
}

/** What saying who should not see a thing came to: who sees it all the same, and who saw it before. */
export function notSharedSaid(
  seenBy: readonly string[],
  item: HouseItem | undefined,
  houses: HousesView,
): string {
  return [decidedSaid(item, houses), hasSeenSaid(seenBy)].filter(Boolean).join(' ');
}

/** Whom no choice of the child's keeps from seeing it, because grown-ups decided so. */
function decidedSaid(item: HouseItem | undefined, houses: HousesView): string {
  if (item === undefined || item.decided.length === 0) return '';
  return item.isOpened ? say.stillOpen : say.stillToo(say.and(namesIn(item.decided, houses)));
}

/** Who saw it before; empty where nobody did who doesn't see it now. */
function hasSeenSaid(names: readonly string[]): string {
  return names.length === 0 ? '' : say.hasSeen(say.and(names));
}

/** Who the child says should not see a thing; empty where there is nobody. */
export function notSaid({notWith}: HouseItem, {people}: HousesView): string {
  const names = people.filter(({id}) => notWith.includes(id)).map(({name}) => name);
  return names.length === 0 ? '' : say.youSaidNot(say.and(names));
}

function nowSeen(shown: Shown, names: readonly string[], but: readonly string[]): string {
  if (shown === 'everyone') return but.length === 0 ? say.shownToAll : say.shownToAllBut(say.and(but));
  return names.length === 0 ? say.shownToNobody : say.shownTo(say.and(names));
}

/** Why something didn't come about, in a child's words; nothing that was made is lost by it. */
export function whyNot({problem, code, sentence}: Refusal, isKeptHere: boolean): string {
  if (code === 'DISCLOSURE') return say.address;
  if (SAID_BY_SERVER.has(code)) return sentence;
  if (problem !== 'offline') return say.wrong;
  return isKeptHere ? say.offlineOwn : say.offlineShared;
}

/** Refusals that the server says in words for a child. */
const SAID_BY_SERVER: ReadonlySet<string> = new Set(['HELD_BY_DECISION', 'HELP_FIRST', 'HOUSE_NAME_TELLS']);
