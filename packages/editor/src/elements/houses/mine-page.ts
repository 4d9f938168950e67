import {html, nothing, type TemplateResult} from 'lit';
import {houses as say} from '../../words/en/houses.ts';
import type {ChildHost} from './child-host.ts';
import {helpIcon, homeIcon, listenIcon} from './icons.ts';
import {eye, helpCard} from './parts.ts';
import {picture} from './picture.ts';
import {HOUSES, type House, type HousesView} from './read-houses.ts';
import {HOUSE_BOX, LOOKS_LIKE} from './looks-like.ts';
import {inTheirOrder} from './in-their-order.ts';
import {button, givenName, nameOf} from './street-page.ts';

const OFFERED = {
  good: [say.namesOfGood, say.namesOfGoodTeen],
  worries: [say.namesOfWorries, say.namesOfWorriesTeen],
  dreams: [say.namesOfDreams, say.namesOfDreamsTeen],
} as const;

/** The houses themselves: each can get a name and be the first, and all of them another look. */
export function minePage(host: ChildHost, houses: HousesView): TemplateResult {
  const title = host.look === 'columns' ? say.mineTeen : say.mine;
  const inOrder = inTheirOrder(HOUSES, houses.first);
  const aloud = [title, say.mineSay, ...inOrder.map(house => nameOf(host, houses, house)), say.mineSeen];
  return html`<div class="bar">
      ${button(homeIcon, say.home, () => host.go({kind: 'street'}))}
      ${button(helpIcon, say.help, () => host.go({kind: 'help', back: {kind: 'mine'}}))}
      ${button(listenIcon, say.listen, () => host.listen(aloud.join('. ')))}
      <span class="grow"></span>
      ${eye(say.mineSeen)}
    </div>
    <div class="sheet">
      <h1 tabindex="-1">${title}</h1>
      <p class="say">${houses.isSure ? say.mineSay : say.notSure}</p>
      <div class="row">
        ${
          houses.isSure
            ? inOrder.map(
                house =>
                  html`<button class="kid line" type="button" @click=${() => host.go({kind: 'name', house})}>
                    ${host.look === 'columns' ? nothing : picture(LOOKS_LIKE[house].drawing, HOUSE_BOX)}${nameOf(host, houses, house)}
                  </button>`,
              )
            : nothing
        }
      </div>
      <div class="row">
        <button class="kid line" type="button" @click=${() => host.nextLook()}>${say.how}</button>
        <button class="kid line" type="button" @click=${() => host.scanner.turn()}>
          ${say.scan(say.speeds[host.scanner.speed])}
        </button>
      </div>
    </div>`;
}

/** One house: what it is called, by one press or in the child's own words, and whether it comes first. */
export function namePage(host: ChildHost, houses: HousesView, house: House): TemplateResult {
  const now = nameOf(host, houses, house);
  const given = givenName(host, house);
  const offered = [given, ...OFFERED[house][host.look === 'columns' ? 1 : 0]];
  const draft = host.kept.drafts.in(house);
  const call = (name: string): void => {
    const others = Object.entries(houses.names).filter(([one]) => one !== house);
    const names = Object.fromEntries(name === given ? others : [...others, [house, name]]);
    void host.name({names, first: houses.first}, say.called(name));
  };
  const putFirst = (): void => {
    const first = houses.first === house ? null : house;
    void host.name({names: houses.names, first}, first === null ? say.noFirst : say.isFirstNow(now));
  };
  return html`<div class="bar">
      <button class="kid line" type="button" @click=${() => host.go({kind: 'mine'})}>${say.back}</button>
      ${button(listenIcon, say.listen, () => host.listen([say.nameIt, ...offered, say.mineSeen].join('. ')))}
      <span class="grow"></span>
      ${eye(say.mineSeen)}
    </div>
    <div class="sheet">
      <h1 tabindex="-1">${now}</h1>
      <p class="say" role="status">${host.said}</p>
      <div class="row" role="group" aria-label=${say.nameIt}>
        ${offered.map(
          name =>
            html`<button
              class="kid line"
              type="button"
              aria-pressed=${name === now ? 'true' : 'false'}
              ?disabled=${host.isBusy}
              @click=${() => call(name)}
            >
              ${name}
            </button>`,
        )}
      </div>
      <label class="write"
        >${say.ownName}<input
          type="text"
          maxlength="40"
          spellcheck="false"
          autocomplete="off"
          .value=${draft.name}
          @input=${(event: Event) => {
            draft.name = (event.target as HTMLInputElement).value;
            host.draw();
          }}
      /></label>
      <div class="row">
        <button
          class="kid line"
          type="button"
          ?disabled=${host.isBusy || draft.name.trim() === ''}
          @click=${() => call(draft.name.trim())}
        >
          ${say.callIt}
        </button>
        <button
          class="kid line"
          type="button"
          aria-pressed=${houses.first === house ? 'true' : 'false'}
          ?disabled=${host.isBusy}
          @click=${putFirst}
        >
          ${say.comesFirst}
        </button>
      </div>
      ${helpCard()}
    </div>`;
}
