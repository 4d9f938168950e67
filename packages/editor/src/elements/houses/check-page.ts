import {html, type TemplateResult} from 'lit';
import {houses as say} from '../../words/en/houses.ts';
import type {NewThing} from './child-calls.ts';
import type {ChildHost} from './child-host.ts';
import type {ChildView} from './child-view.ts';
import {helpIcon, listenIcon} from './icons.ts';
import {eye} from './parts.ts';
import type {HousesView, ThingSaid} from './read-houses.ts';
import {spoken} from './spoken.ts';
import {button} from './street-page.ts';
import {thing} from './thing.ts';
import {willSee} from './will-see.ts';

type Check = Extract<ChildView, {kind: 'check'}>;

/** What a child made, once more before it is kept: nobody changes it after that, and neither does the child. */
export function checkPage(host: ChildHost, houses: HousesView, view: Check, made: NewThing): TemplateResult {
  const {house, how} = view;
  const {voice} = made;
  const seen = willSee(host, houses, how, house);
  const sound = (): Promise<Blob | null> => Promise.resolve(voice?.sound ?? null);
  return html`<div class="bar">
      ${button(helpIcon, say.help, () => host.go({kind: 'help', back: view}))}
      ${button(listenIcon, say.listen, () => host.listen([read(made), seen].join('. ')))}
      <span class="grow"></span>
      ${eye(seen)}
    </div>
    <div class="sheet">
      <h1 tabindex="-1">${say.isItRight}</h1>
      ${thing(saidIn(made), host.pack, {sound})}
      <p class="say" role="status">${host.said}</p>
      <div class="row">
        <button
          class="kid main"
          type="button"
          ?disabled=${host.isBusy}
          @click=${() => void host.keep(how, house)}
        >
          ${host.isBusy ? say.keeping : say.yes}
        </button>
        <button class="kid line" type="button" @click=${() => host.go({kind: how, house})}>
          ${say.changeIt}
        </button>
        <button class="kid line" type="button" @click=${() => host.go({kind: 'house', house})}>
          ${say.notNow}
        </button>
      </div>
    </div>`;
}

/** Reads back what is made; aloud at once to a child who has pictures and sound first. */
export function readBack(host: ChildHost, view: Check, made: NewThing): void {
  host.go(view);
  if (host.look === 'pictures') host.listen(read(made));
}

function read(made: NewThing): string {
  return `${spoken(saidIn(made))}. ${say.isItRight}`;
}

function saidIn({voice, ...made}: NewThing): ThingSaid {
  return {...made, voiceNote: voice && {attachment: '', seconds: voice.seconds, alt: voice.alt}};
}
