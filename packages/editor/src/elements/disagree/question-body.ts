import {html, nothing, type TemplateResult} from 'lit';
import {nameOf, type IndexedItem} from '../../context/item-index.ts';
import {disagree as say} from '../../words/en/disagree.ts';
import {wordsBox} from './boxes.ts';

/** One question to somebody who doesn't agree, with the words that they don't agree with. */
export function questionBody(
  field: 'words' | 'wish' | 'why',
  item: IndexedItem | undefined,
  value: string,
  write: (words: string) => void,
): TemplateResult {
  return html`${field === 'words' ? html`<p class="hint">${say.keep}</p>` : nothing}
  ${item === undefined ? nothing : html`<blockquote><b>${nameOf(item)}</b> ${item.words}</blockquote>`}
  ${wordsBox(field, say.yours, value, write)}
  ${field === 'why' ? html`<p class="note">${say.goesOn}</p>` : nothing}`;
}
