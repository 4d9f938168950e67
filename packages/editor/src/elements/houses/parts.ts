import {html, type TemplateResult} from 'lit';
import {houses as say} from '../../words/en/houses.ts';
import {faceOf} from './faces.ts';
import {cloudIcon} from './cloud-icon.ts';
import {eyeIcon, helpIcon} from './icons.ts';
import {picture} from './picture.ts';
import type {HouseItem, HousesView} from './read-houses.ts';

/** So many names stand in one line; more are counted, so that it stays a line. */
const MOST_NAMES = 3;

/**
 * Who sees something, in words that the child reads: whom the child shows it to, and who sees it because grown-ups decided so. It never
 * says that nobody else does, because a decision of which the child can't be told yet would make that a lie.
 */
export function seenWords(
  item: Pick<HouseItem, 'readers' | 'decided' | 'decidedBy' | 'isOpened'>,
  houses: HousesView,
): string {
  const [decided, by] = [namesIn(item.decided, houses), namesIn(item.decidedBy, houses)];
  const who = by.length === 0 ? say.aGrownUp : say.and(by);
  if (item.isOpened) return `${say.everyone} ${say.decidedBy(who)}`;
  const more = decided.length === 0 ? '' : `${say.seesToo(say.and(decided))} ${say.decidedBy(who)}`;
  return [chosenWords(item.readers, houses), more].filter(Boolean).join(' ');
}

/** The names of people on the plan. */
export function namesIn(ids: readonly string[], {people}: HousesView): readonly string[] {
  return people.filter(({id}) => ids.includes(id)).map(({name}) => name);
}

function chosenWords(readers: HouseItem['readers'], houses: HousesView): string {
  if (readers === null) return say.everyone;
  const names = namesIn(readers, houses);
  if (names.length === 0) return say.onlyYou;
  return names.length > MOST_NAMES
    ? say.youAndSome(String(names.length))
    : say.canSee(say.and([say.you, ...names]));
}

/** That there is no network: a small cloud, and whether the device keeps what the child makes. */
export function offline(isKeptHere: boolean): TemplateResult {
  return html`<p class="note" role="status">
    ${picture(cloudIcon)}<span>${isKeptHere ? say.offlineOwn : say.offlineShared}</span>
  </p>`;
}

/** Who listens to the child now, with their picture: they see what the child does. */
export function withYou({people, withYou: ids}: HousesView): TemplateResult[] {
  return people
    .filter(({id}) => ids.includes(id))
    .map(({id, name}) => html`<p class="note">${picture(faceOf(id))}<span>${say.withYou(name)}</span></p>`);
}

/** Whom a child can tell, where there is no room for the button that leads there: it is nothing to stop at. */
export function helpCard(): TemplateResult {
  return html`<p class="card">${picture(helpIcon)}<span>${say.helpSay} ${say.childline}</span></p>`;
}

/** The eye, with words beside it. */
export function eye(words: string): TemplateResult {
  return html`<p class="eye" role="status">${picture(eyeIcon)}<span>${words}</span></p>`;
}
