import {html, nothing, type TemplateResult} from 'lit';
import {privateList as say} from '../../words/en/private-list.ts';
import {readerNameOf, type PrivateEntry} from './entry-view.ts';

/** What is asked about in place before it is done. */
export type EntryAct = 'review' | 'ask' | 'open' | 'reader' | 'agree';

/** What this person may do about a decision; nothing where there is nothing. */
export function entryButtons(
  entry: PrivateEntry,
  to: {readonly isBusy: boolean; approve: () => void; begin: (act: EntryAct) => void},
): TemplateResult | typeof nothing {
  const {what, decision} = entry;
  const {mayApprove, mayReview, mayRelease, mayAddReader} = decision;
  if (!mayApprove && !mayReview && !mayRelease && !mayAddReader) return nothing;
  const opener = (act: EntryAct, text: string, label: string) =>
    html`<button class="quiet" type="button" aria-label=${label} @click=${() => to.begin(act)}>
      ${text}
    </button>`;
  const isAsked = decision.status === 'releaseAsked';
  const reader = readerNameOf(entry);
  return html`<p class="acts">
    ${
      mayApprove
        ? html`<button
            class="btn second"
            type="button"
            aria-label=${say.approveOf(what)}
            ?disabled=${to.isBusy}
            @click=${to.approve}
          >
            ${say.approve}
          </button>`
        : nothing
    }
    ${mayReview ? opener('review', say.check, say.checkOf(what)) : nothing}
    ${mayRelease && isAsked ? opener('open', say.open, say.openOf(what)) : nothing}
    ${mayRelease && !isAsked ? opener('ask', say.askOpen, say.askOpenOf(what)) : nothing}
    ${mayAddReader && reader === '' ? opener('reader', say.addReader, say.addReaderOf(what)) : nothing}
    ${mayAddReader && reader !== '' ? opener('agree', say.agreeReader(reader), say.agreeReaderOf(reader, what)) : nothing}
  </p>`;
}
