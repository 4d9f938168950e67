import {html, nothing, type TemplateResult} from 'lit';
import type {Disagreement, DisagreementStep} from '../../records/disagreements.ts';
import {disagree as say} from '../../words/en/disagree.ts';
import type {ScreenPage} from '../screen/page.ts';

/** What somebody says to a disagreement, and what they do with it. */
interface Reply {
  readonly one: Disagreement | null;
  /** Where it is said. */
  readonly box: TemplateResult;
  /** Whether their own side opened it. */
  readonly isOwn: boolean;
  readonly send: (outcome: DisagreementStep | null) => void;
  readonly withdraw: (hideWords: boolean) => void;
  /** Draws what is asked below what is wrong with it. */
  readonly frame: (body: TemplateResult) => TemplateResult;
  readonly back: () => void;
}

/** Where somebody says something to a disagreement, below what it is about. */
export function replyPage(reply: Reply): ScreenPage {
  const {one, box, frame, back} = reply;
  const body = html`${one === null ? nothing : html`<blockquote>${one.entries[0]?.words ?? one.quote}</blockquote>`}
    ${box}
    <p class="note">${say.onlyYou}</p>`;
  return {heading: say.reply, body: frame(body), acts: replyActs(reply), back};
}

/** That it is agreed now, printed or taken back, only the side says that opened it. */
function replyActs({one, isOwn, send, withdraw}: Reply): TemplateResult {
  const act = (text: string, press: () => void) =>
    html`<button class="btn second" type="button" @click=${press}>${text}</button>`;
  return html`<button class="btn" type="button" @click=${() => send(null)}>${say.send}</button>
    ${act(say.still, () => send('stillDifferent'))}
    ${
      isOwn
        ? html`${act(say.agreeNow, () => send('agreedNow'))}
          ${
            one?.isPrinted === true
              ? act(say.doNotPrint, () => send('notPrinted'))
              : act(say.print, () => send('printed'))
          }
          ${act(say.withdraw, () => withdraw(false))} ${act(say.withdrawWords, () => withdraw(true))}`
        : nothing
    }`;
}
