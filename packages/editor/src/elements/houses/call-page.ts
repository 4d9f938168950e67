import {html, nothing, type TemplateResult} from 'lit';
import {houses as say} from '../../words/en/houses.ts';
import type {ChildView} from './child-view.ts';
import type {ChildHost} from './child-host.ts';
import {helpIcon, listenIcon} from './icons.ts';
import {thing} from './thing.ts';
import {picture} from './picture.ts';
import type {HouseItem, HousesView} from './read-houses.ts';

/** What happens when the child asks for help with a thing, before it is asked. */
export function callPage(
  host: ChildHost,
  houses: HousesView,
  {house, at}: Extract<ChildView, {kind: 'call'}>,
): TemplateResult {
  const item = host.items(house)[at];
  const back: ChildView = {kind: 'each', house, at};
  const words = [whoHelps(houses), say.danger];
  return html`<div class="calm">
    ${picture(helpIcon, '0 0 48 48', 'large')}
    <h1 tabindex="-1">${say.needHelpAsk}</h1>
    ${item === undefined ? nothing : thing(item, host.pack)} ${words.map(line => html`<p>${line}</p>`)}
    <p><a href="tel:08001111">${say.childline}</a></p>
    <p class="say" role="status">${host.said}</p>
    <div class="row">
      ${
        item === undefined
          ? nothing
          : html`<button
              class="kid main"
              type="button"
              ?disabled=${host.isBusy}
              @click=${() => void host.callForHelp(item)}
            >
              ${say.needHelpYes}
            </button>`
      }
      <button class="kid line" type="button" @click=${() => host.go(back)}>${say.back}</button>
      <button
        class="kid line"
        type="button"
        @click=${() => host.listen([say.needHelpAsk, ...words, say.childline].join(' '))}
      >
        ${picture(listenIcon)}${say.listen}
      </button>
    </div>
  </div>`;
}

/** Who would see it, and what they have to do. */
export function whoHelps({people, helpers}: HousesView): string {
  const names = people.filter(({id}) => helpers.includes(id)).map(({name}) => name);
  return names.length === 0 ? say.nobodyHelps : say.needHelpWho(say.and(names));
}

/** What has become of a call for help, in words that are true; empty where there is none. */
export function helpSaid({help}: HouseItem, {people}: HousesView): string {
  if (help === null) return '';
  const nameOf = (id: string) => people.find(one => one.id === id)?.name ?? '';
  const names = help.asked.map(nameOf).filter(name => name !== '');
  if (help.readBy !== null) return say.helpRead(nameOf(help.readBy));
  if (names.length === 0) return say.nobodyHelps;
  return (help.isLate ? say.helpLate : say.helpAsked)(say.and(names));
}
