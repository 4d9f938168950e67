import {html, nothing, type TemplateResult} from 'lit';
import {houses as say} from '../../words/en/houses.ts';
import type {ChildView} from './child-view.ts';
import type {ChildHost} from './child-host.ts';
import {helpIcon, homeIcon, listenIcon} from './icons.ts';
import {picture} from './picture.ts';

/** Words alone, while the houses can't be shown. */
export function closedPage(words: string): TemplateResult {
  return html`<div class="calm"><p role="status">${words}</p></div>`;
}

/** The child has stopped: nothing of what was made is to be seen. */
export function byePage(host: ChildHost): TemplateResult {
  return html`<div class="calm">
    <h1 tabindex="-1">${say.bye}</h1>
    <p>${say.byeSay}</p>
    ${host.isShared ? closing(host) : nothing}
    <button class="kid line" type="button" @click=${() => host.go({kind: 'street'})}>
      ${picture(homeIcon)}${say.again}
    </button>
  </div>`;
}

/** Others use this device: once the houses are closed, nobody who sits here next can go in. */
function closing(host: ChildHost): TemplateResult {
  return html`<p>${say.closeSay}</p>
    ${host.kept.drafts.isEmpty ? nothing : html`<p>${say.closeLoses}</p>`}
    <p class="say" role="status">${host.said}</p>
    <button class="kid main" type="button" ?disabled=${host.isBusy} @click=${() => void host.leave()}>
      ${say.closeHouses}
    </button>`;
}

/** Whom a child can tell, always one press away. */
export function helpPage(host: ChildHost, back: ChildView): TemplateResult {
  const words = [say.helpTitle, say.helpSay, say.childline];
  return html`<div class="calm">
    ${picture(helpIcon, '0 0 48 48', 'large')}
    <h1 tabindex="-1">${say.helpTitle}</h1>
    <p>${say.helpSay}</p>
    <p><a href="tel:08001111">${say.childline}</a></p>
    <div class="row">
      <button class="kid line" type="button" @click=${() => host.go(back)}>${say.back}</button>
      <button class="kid line" type="button" @click=${() => host.listen(words.join(' '))}>
        ${picture(listenIcon)}${say.listen}
      </button>
    </div>
  </div>`;
}
