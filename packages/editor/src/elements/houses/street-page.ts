import {html, nothing, type TemplateResult} from 'lit';
import {houses as say} from '../../words/en/houses.ts';
import {told as toldWords} from '../../words/en/told.ts';
import type {ChildHost} from './child-host.ts';
import {helpIcon, listenIcon, stopIcon} from './icons.ts';
import {planIcon} from './told-icons.ts';
import {HOUSE_BOX, LOOKS_LIKE} from './looks-like.ts';
import {inTheirOrder} from './in-their-order.ts';
import {picture, type Drawing} from './picture.ts';
import {spoken} from './spoken.ts';
import {withYou} from './parts.ts';
import {HOUSES, type House, type HousesView} from './read-houses.ts';

/** Three houses side by side, or three lists: the child picks the first, and nothing says which is next. */
export function streetPage(host: ChildHost, houses: HousesView): TemplateResult {
  const isColumns = host.look === 'columns';
  const isFirst = houses.first === null && houses.isSure;
  const hello = (isColumns ? say.helloTeen : isFirst ? say.helloFirst : say.hello)(houses.childName);
  const start = isFirst ? [say.startWith(nameOf(host, houses, 'good'))] : [];
  const inOrder = inTheirOrder(HOUSES, houses.first);
  const aloud = inOrder.flatMap(house => [nameOf(host, houses, house), LOOKS_LIKE[house].ask]);
  const open = (house: House): void => {
    if (isFirst) void host.name({names: houses.names, first: house}, '');
    host.go({kind: 'house', house});
    if (host.look === 'pictures') host.listen(`${nameOf(host, houses, house)}. ${LOOKS_LIKE[house].ask}`);
  };
  return html`<div class="bar">
      ${button(helpIcon, say.help, () => host.go({kind: 'help', back: {kind: 'street'}}))}
      <span class="grow"></span>
      ${button(listenIcon, say.listen, () => host.listen([hello, ...start, ...aloud].join('. ')))}
      ${button(stopIcon, say.stop, () => host.go({kind: 'bye'}))}
    </div>
    ${withYou(houses)}
    <h1 class="hello" tabindex="-1">${hello}</h1>
    ${start.map(words => html`<p class="start">${words}</p>`)}
    <div class="street">
      ${inOrder.map(house => (isColumns ? column : door)(host, houses, house, () => open(house)))}
    </div>
    <div class="bar">
      ${button(planIcon, toldWords[host.look].open, () => host.go({kind: 'told'}))}
      <span class="grow"></span>
      ${isColumns ? html`<a class="kid line" href=${host.planAddress}>${say.plan}</a>` : nothing}
      <button class="kid line" type="button" @click=${() => host.go({kind: 'mine'})}>
        ${isColumns ? say.mineTeen : say.mine}
      </button>
    </div>`;
}

/** What a house is called: what the child calls it or, until the child chose, as its way of looking does. */
export function nameOf(
  host: Pick<ChildHost, 'look'>,
  {names}: Pick<HousesView, 'names'>,
  house: House,
): string {
  return names[house] ?? givenName(host, house);
}

/** What a house is called until the child chose a name. */
export function givenName({look}: Pick<ChildHost, 'look'>, house: House): string {
  return look === 'columns' ? LOOKS_LIKE[house].teen : LOOKS_LIKE[house].name;
}

/** A big button of a bar. */
export function button(icon: Drawing, words: string, act: () => void): TemplateResult {
  return html`<button class="kid" type="button" @click=${act}>${picture(icon)}${words}</button>`;
}

function door(host: ChildHost, houses: HousesView, house: House, open: () => void): TemplateResult {
  const {drawing, ask} = LOOKS_LIKE[house];
  return html`<button class="door" type="button" @click=${open}>
    ${picture(drawing, HOUSE_BOX, 'house')}
    <svg class="yarn" viewBox="0 0 324 32" preserveAspectRatio="none" aria-hidden="true">
      <path d="M-16 6C40 26 90 4 140 12S270 10 324 10"></path>
    </svg>
    <b>${nameOf(host, houses, house)}</b> <span>${ask}</span>
  </button>`;
}

function column(host: ChildHost, houses: HousesView, house: House, open: () => void): TemplateResult {
  const name = nameOf(host, houses, house);
  return html`<section class="column" aria-label=${name}>
    <h2>${name}</h2>
    <ul>
      ${host.items(house).map(item => html`<li>${spoken(item)}</li>`)}
    </ul>
    <button class="kid line" type="button" @click=${open}>${say.open(name)}</button>
  </section>`;
}
