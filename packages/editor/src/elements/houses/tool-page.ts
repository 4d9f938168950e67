import {html, nothing, type TemplateResult} from 'lit';
import type {PackSymbol} from '@goldthread/schema/symbols';
import {houses as say} from '../../words/en/houses.ts';
import {readBack} from './check-page.ts';
import type {How} from './child-view.ts';
import type {ChildHost} from './child-host.ts';
import {eye, helpCard, withYou} from './parts.ts';
import type {Voice} from './sound.ts';
import type {House, HousesView} from './read-houses.ts';
import {willSee} from './will-see.ts';

/** Drawing, picking or writing something new. What is begun stays begun until it is kept. */
export function toolPage(host: ChildHost, houses: HousesView, how: How, house: House): TemplateResult {
  const made = host.kept.drafts.thing(how, house);
  return html`<div class="bar">
      <button class="kid line" type="button" @click=${() => host.go({kind: 'house', house})}>
        ${say.back}
      </button>
      <span class="grow"></span>
      ${eye(willSee(host, houses, how, house))}
    </div>
    ${withYou(houses)}
    <div class="sheet">
      <h1 tabindex="-1">${say[how]}</h1>
      ${tool(host, how, house)} ${house === 'worries' && how !== 'draw' ? needsHelp(host) : nothing}
      <p class="say" role="status">${host.said}</p>
      <div class="row">
        <button
          class="kid main"
          type="button"
          ?disabled=${made === null}
          @click=${() => made && readBack(host, {kind: 'check', how, house}, made)}
        >
          ${say.keep}
        </button>
      </div>
      ${helpCard()}
    </div>`;
}

/** That the child needs help now; who then sees it stands above, before it is sent. A drawing's own page asks the same. */
function needsHelp(host: ChildHost): TemplateResult {
  const draft = host.kept.drafts.in('worries');
  const turn = (): void => {
    draft.asksForHelp = !draft.asksForHelp;
    host.draw();
  };
  return html`<button
      class="kid line"
      type="button"
      aria-pressed=${draft.asksForHelp ? 'true' : 'false'}
      @click=${turn}
    >
      ${say.needHelp}
    </button>
    ${draft.asksForHelp ? html`<p class="say">${say.danger}</p>` : nothing}`;
}

function tool(host: ChildHost, how: How, house: House): TemplateResult {
  const draft = host.kept.drafts.in(house);
  if (how === 'draw')
    return html`<goldthread-draw
      .board=${draft.board}
      .pack=${host.pack}
      @drew=${() => host.draw()}
    ></goldthread-draw>`;
  if (how === 'pictures') {
    const take = (event: CustomEvent<readonly PackSymbol[]>): void => {
      draft.picked = event.detail;
      host.draw();
    };
    return html`<goldthread-pick
      .pack=${host.pack}
      .picked=${draft.picked}
      .atOnce=${house === 'worries' ? 3 : 4}
      @picked=${take}
    ></goldthread-pick>`;
  }
  if (how === 'talk') {
    const take = (event: CustomEvent<Voice | null>): void => {
      draft.voice = event.detail;
      host.kept.endTalk();
      host.draw();
    };
    return html`${host.kept.hasStore ? nothing : html`<p class="say">${say.stayHere}</p>`}<goldthread-talk
        .voice=${draft.voice}
        @heard=${({detail}: CustomEvent<Blob>) => host.kept.hear(house, detail)}
        @talked=${take}
      ></goldthread-talk>
      <p class="say">${say.grownUpWrites}</p>`;
  }
  const write = (event: Event): void => {
    draft.text = (event.target as HTMLTextAreaElement).value;
    host.draw();
  };
  return html`<label class="write"
    >${say.writeHere}<textarea
      rows="6"
      maxlength="20000"
      spellcheck="false"
      .value=${draft.text}
      @input=${write}
    ></textarea>
  </label>`;
}
