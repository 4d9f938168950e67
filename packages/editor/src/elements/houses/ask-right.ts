import {html, nothing, type TemplateResult} from 'lit';
import {houses as say} from '../../words/en/houses.ts';
import type {ChildHost} from './child-host.ts';
import type {House, HouseItem, HousesView} from './read-houses.ts';

/** Who wrote something for the child, and the question whether it is right (D05); empty where there is nothing to ask. */
export function rightAsked({isRightOf}: HouseItem, {people}: HousesView): string {
  const writer = people.find(({id}) => id === isRightOf);
  return writer === undefined ? '' : say.askRight(writer.name);
}

/** Yes, or to say it again in the child's own way: what was written for the child stays as it is. */
export function askRight(host: ChildHost, houses: HousesView, item: HouseItem, house: House): TemplateResult {
  const asked = rightAsked(item, houses);
  if (asked === '' || !houses.isSure) return html`${nothing}`;
  return html`<p class="say">${asked}</p>
    <div class="row">
      <button
        class="kid line"
        type="button"
        ?disabled=${host.isBusy}
        @click=${() => void host.sayRight(item)}
      >
        ${say.right}
      </button>
      <button class="kid line" type="button" @click=${() => host.go({kind: 'write', house})}>
        ${say.sayAgain}
      </button>
    </div>`;
}
