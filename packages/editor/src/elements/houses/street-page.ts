import {html, nothing, type TemplateResult} from 'lit';
import {houses as say} from '../../words/en/houses.ts';
import {dreamHouse} from './dream-house.ts';
import {goodHouse} from './good-house.ts';
import type {ChildHost} from './child-host.ts';
import {helpIcon, listenIcon, stopIcon} from './icons.ts';
import {picture, type Drawing} from './picture.ts';
import {spoken} from './parts.ts';
import {HOUSES, type House, type HousesView} from './read-houses.ts';
import {worryHouse} from './worry-house.ts';

export const HOUSE_BOX = '12 2 276 316';

/** What each house looks like, and what it is called. */
export const LOOKS_LIKE: Readonly<
  Record<House, {drawing: Drawing; name: string; ask: string; teen: string}>
> = {
  good: {drawing: goodHouse, name: say.good, ask: say.goodAsk, teen: say.goodTeen},
  worries: {drawing: worryHouse, name: say.worries, ask: say.worriesAsk, teen: say.worriesTeen},
  dreams: {drawing: dreamHouse, name: say.dreams, ask: say.dreamsAsk, teen: say.dreamsTeen},
};

/** Three houses side by side, or three lists: the child picks the first, and nothing says which is next. */
export function streetPage(host: ChildHost, houses: HousesView): TemplateResult {
  const isColumns = host.look === 'columns';
  const hello = isColumns ? say.helloTeen(houses.childName) : say.hello(houses.childName);
  const aloud = [hello, ...HOUSES.flatMap(house => [nameOf(host, house), LOOKS_LIKE[house].ask])].join('. ');
  return html`<div class="bar">
      ${button(helpIcon, say.help, () => host.go({kind: 'help', back: {kind: 'street'}}))}
      <span class="grow"></span>
      ${button(listenIcon, say.listen, () => host.listen(aloud))}
      ${button(stopIcon, say.stop, () => host.go({kind: 'bye'}))}
    </div>
    <h1 class="hello" tabindex="-1">${hello}</h1>
    <div class="street">${HOUSES.map(house => (isColumns ? column(host, house) : door(host, house)))}</div>
    <div class="bar">
      <span class="grow"></span>
      ${isColumns ? html`<a class="kid line" href=${host.planAddress}>${say.plan}</a>` : nothing}
      <button class="kid line" type="button" @click=${() => host.nextLook()}>${say.how}</button>
    </div>`;
}

/** A house by the name that the child's way of looking gives it. */
export function nameOf({look}: Pick<ChildHost, 'look'>, house: House): string {
  return look === 'columns' ? LOOKS_LIKE[house].teen : LOOKS_LIKE[house].name;
}

/** A big button of a bar. */
export function button(icon: Drawing, words: string, act: () => void): TemplateResult {
  return html`<button class="kid" type="button" @click=${act}>${picture(icon)}${words}</button>`;
}

function door(host: ChildHost, house: House): TemplateResult {
  const {drawing, name, ask} = LOOKS_LIKE[house];
  const open = (): void => {
    host.go({kind: 'house', house});
    if (host.look === 'pictures') host.listen(`${name}. ${ask}`);
  };
  return html`<button class="door" type="button" @click=${open}>
    ${picture(drawing, HOUSE_BOX, 'house')}
    <svg class="yarn" viewBox="0 0 324 32" preserveAspectRatio="none" aria-hidden="true">
      <path d="M-16 6C40 26 90 4 140 12S270 10 324 10"></path>
    </svg>
    <b>${name}</b> <span>${ask}</span>
  </button>`;
}

function column(host: ChildHost, house: House): TemplateResult {
  const name = nameOf(host, house);
  return html`<section class="column" aria-label=${name}>
    <h2>${name}</h2>
    <ul>
      ${host.items(house).map(item => html`<li>${spoken(item)}</li>`)}
    </ul>
    <button class="kid line" type="button" @click=${() => host.go({kind: 'house', house})}>
      ${say.open(name)}
    </button>
  </section>`;
}
