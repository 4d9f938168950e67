import {html, nothing, type TemplateResult} from 'lit';
import {disagree as say} from '../../words/en/disagree.ts';
import {screen} from '../../words/en/screen.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import type {ScreenPage} from '../screen/page.ts';

/** What somebody doesn't agree with, as it is called and as it reads. */
export interface About {
  readonly name: string;
  readonly words: string;
}

/** One question to somebody who doesn't agree, and what comes of it. */
interface Question {
  readonly field: 'words' | 'wish' | 'why';
  readonly about: About | null;
  readonly http: PlanHttp | null;
  /** Where the answer is given. */
  readonly box: TemplateResult;
  readonly back: () => void;
  readonly next: () => void;
  /** Draws what is asked below what is wrong with it. */
  readonly frame: (body: TemplateResult) => TemplateResult;
}

/** It, with the words that they don't agree with. */
export function questionPage({field, about, http, box, back, next, frame}: Question): ScreenPage {
  const body = html`${field === 'words' ? html`<p class="hint">${say.keep}</p>` : nothing}
    ${about === null ? nothing : html`<blockquote><b>${about.name}</b> ${about.words}</blockquote>`} ${box}
    <p class="note">${field === 'why' ? say.goesOn : say.onlyYou}</p>
    ${field === 'why' ? html`<goldthread-next-steps .http=${http}></goldthread-next-steps>` : nothing}`;
  return {
    heading: {words: say.what, wish: say.wishAsk, why: say.whyAsk}[field],
    body: frame(body),
    acts: html`<button class="btn" type="button" @click=${next}>
      ${field === 'why' ? say.send : screen.next}
    </button>`,
    back,
  };
}
