import {html, nothing, type TemplateResult} from 'lit';
import {houses as say} from '../../words/en/houses.ts';
import {askRight, rightAsked} from './ask-right.ts';
import {callPage, helpSaid} from './call-page.ts';
import {checkPage} from './check-page.ts';
import type {ChildView, How} from './child-view.ts';
import type {ChildHost} from './child-host.ts';
import {notSaid} from './child-says.ts';
import {drawIcon, helpIcon, homeIcon, listenIcon, picsIcon, stopIcon, writeIcon} from './icons.ts';
import {talkIcon} from './sound-icons.ts';
import {eye, helpCard, seenWords, withYou} from './parts.ts';
import {spoken} from './spoken.ts';
import {thing} from './thing.ts';
import {picture, type Drawing} from './picture.ts';
import type {House, HouseItem, HousesView} from './read-houses.ts';
import type {Shown} from './show-to.ts';
import {HOUSE_BOX, LOOKS_LIKE} from './looks-like.ts';
import {button, nameOf} from './street-page.ts';
import {toolPage} from './tool-page.ts';

type Inside = Exclude<ChildView, {kind: 'street' | 'mine' | 'told' | 'name' | 'help' | 'bye'}>;

const TOOLS: readonly (readonly [How, Drawing, string])[] = [
  ['draw', drawIcon, say.draw],
  ['pictures', picsIcon, say.pictures],
  ['talk', talkIcon, say.talk],
  ['write', writeIcon, say.write],
];

/** One house from inside. */
export function housePage(host: ChildHost, houses: HousesView, view: Inside): TemplateResult {
  switch (view.kind) {
    case 'house':
      return sheetPage(host, houses, view.house);
    case 'each':
    case 'show':
    case 'not':
      return onePage(host, houses, view);
    case 'call':
      return callPage(host, houses, view);
    case 'check': {
      const made = host.kept.drafts.thing(view.how, view.house);
      return made === null
        ? toolPage(host, houses, view.how, view.house)
        : checkPage(host, houses, view, made);
    }
    case 'draw':
    case 'pictures':
    case 'talk':
    case 'write':
      return toolPage(host, houses, view.kind, view.house);
  }
}

/** All that is in a house, on one big sheet, with what the child can do below it. */
function sheetPage(host: ChildHost, houses: HousesView, house: House): TemplateResult {
  const items = host.items(house);
  const words = items.length === 0 ? [say.nothing] : items.map(spoken);
  const here: ChildView = {kind: 'house', house};
  return html`<div class="bar">
      ${button(homeIcon, say.home, () => host.go({kind: 'street'}))}
      ${button(helpIcon, say.help, () => host.go({kind: 'help', back: here}))}
      ${button(listenIcon, say.listen, () => host.listen([nameOf(host, houses, house), ...words].join('. ')))}
      ${button(stopIcon, say.stop, () => host.go({kind: 'bye'}))}
    </div>
    ${withYou(houses)}
    <div class="sheet">
      ${heading(host, houses, house)}
      ${
        items.length === 0
          ? html`<p class="say">${say.nothing}</p>`
          : html`<ul class="things">
              ${items.map(item => html`<li>${thing(item, host.pack)}</li>`)}
            </ul>`
      }
      ${
        items.length === 0
          ? nothing
          : html`<button class="kid line" type="button" @click=${() => host.go({kind: 'each', house, at: 0})}>
              ${say.look}
            </button>`
      }
    </div>
    ${
      !houses.isSure
        ? html`<p class="bar" role="status">${say.notSure}</p>`
        : html`<div class="tools" role="group" aria-label=${say.tools}>
            ${TOOLS.map(
              ([how, icon, name]) =>
                html`<button class="kid" type="button" @click=${() => host.go({kind: how, house})}>
                  ${picture(icon)}${name}
                </button>`,
            )}
          </div>`
    }`;
}

/** One thing alone, who can see it, and, where it is the child's own, the choice of others. */
function onePage(
  host: ChildHost,
  houses: HousesView,
  view: Extract<Inside, {kind: 'each' | 'show' | 'not'}>,
): TemplateResult {
  const {house} = view;
  const items = host.items(house);
  const at = Math.min(view.at, Math.max(0, items.length - 1));
  const item = items[at];
  if (item === undefined) return sheetPage(host, houses, house);
  const seen = seenWords(item, houses);
  const isChoosing = view.kind !== 'each';
  const title = {show: say.showTo, not: say.notTo, each: nameOf(host, houses, house)}[view.kind];
  const more = [helpSaid(item, houses), notSaid(item, houses)].filter(Boolean).join(' ');
  const aloud = [spoken(item), seen, more, rightAsked(item, houses)].filter(Boolean);
  return html`<div class="bar">
      <button
        class="kid line"
        type="button"
        @click=${() => host.go(isChoosing ? {kind: 'each', house, at} : {kind: 'house', house})}
      >
        ${say.back}
      </button>
      ${
        isChoosing
          ? nothing
          : html`${button(helpIcon, say.help, () => host.go({kind: 'help', back: view}))}
            ${button(listenIcon, say.listen, () => host.listen(aloud.join('. ')))}`
      }
      <span class="grow"></span>
      ${eye(seen)}
    </div>
    <div class="sheet">
      <h1 tabindex="-1">${title}</h1>
      ${thing(item, host.pack, isChoosing ? null : host)}
      ${item.isMine && !isChoosing ? html`<p class="say">${say.finished}</p>` : nothing}
      ${more === '' ? nothing : html`<p class="say">${more}</p>`}
      ${item.readers === null ? nothing : html`<p class="say">${item.isOpened ? say.openStays : say.limits}</p>`}
      <p class="say" role="status">${host.said}</p>
      ${isChoosing ? nothing : askRight(host, houses, item, house)}
      ${view.kind !== 'each' ? choosing(host, houses, item, view.kind) : looking(host, houses, house, items, at)}
      ${isChoosing ? helpCard() : nothing}
    </div>`;
}

function looking(
  host: ChildHost,
  houses: HousesView,
  house: House,
  items: readonly HouseItem[],
  at: number,
): TemplateResult {
  const item = items[at];
  const mayChoose = item?.isMine === true && houses.isSure;
  return html`<div class="row">
    ${
      items.length < 2
        ? nothing
        : html`<button
              class="kid line"
              type="button"
              @click=${() => host.go({kind: 'each', house, at: (at + 1) % items.length})}
            >
              ${say.next}
            </button>
            <span>${say.which(String(at + 1), String(items.length))}</span>`
    }
    ${
      mayChoose
        ? html`<button class="kid line" type="button" @click=${() => host.go({kind: 'show', house, at})}>
              ${say.show}
            </button>
            <button class="kid line" type="button" @click=${() => host.go({kind: 'not', house, at})}>
              ${say.showNot}
            </button>`
        : nothing
    }
    ${
      mayChoose && house === 'worries' && item.help === null
        ? html`<button class="kid line" type="button" @click=${() => host.go({kind: 'call', house, at})}>
            ${say.needHelp}
          </button>`
        : nothing
    }
  </div>`;
}

function choosing(
  host: ChildHost,
  houses: HousesView,
  item: HouseItem,
  kind: 'show' | 'not',
): TemplateResult {
  const {readers, notWith} = item;
  const choose = ({detail}: CustomEvent<Shown>): void => {
    const isIn = (id: string): boolean => detail !== 'everyone' && detail.includes(id);
    const chosen =
      kind === 'show'
        ? {shareWith: detail, notWith: notWith.filter(id => !isIn(id))}
        : {
            shareWith: readers?.filter(id => !isIn(id)) ?? ('everyone' as const),
            notWith: detail === 'everyone' ? [] : detail,
          };
    void host.share(item, chosen, houses);
  };
  return html`<goldthread-show-to
    .people=${houses.people}
    .chosen=${kind === 'show' ? (readers ?? []) : notWith}
    .no=${kind === 'show' ? notWith : []}
    .isNot=${kind === 'not'}
    .isBusy=${host.isBusy}
    @shown=${choose}
  ></goldthread-show-to>`;
}

function heading(host: ChildHost, houses: HousesView, house: House): TemplateResult {
  const isColumns = host.look === 'columns';
  return html`<h1 tabindex="-1">
    ${isColumns ? nothing : picture(LOOKS_LIKE[house].drawing, HOUSE_BOX, 'house')}${nameOf(host, houses, house)}
  </h1>`;
}
