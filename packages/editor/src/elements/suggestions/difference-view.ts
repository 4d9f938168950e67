import type {Difference, DifferencePart} from '@goldthread/schema/proposals';
import {html, nothing, type TemplateResult} from 'lit';
import {suggest as say} from '../../words/en/suggest.ts';
import type {FactChange} from './fact-changes.ts';

/**
 * A difference in words and shapes: what is added is underlined, what is taken out is struck through, and both say so to whoever
 * hears the page.
 */
export function differenceView({lines}: Difference, facts: readonly FactChange[]): TemplateResult {
  const isSame = lines.flat().every(({kind}) => kind === 'same');
  if (isSame && facts.length === 0) return html`<p class="note">${say.style}</p>`;
  return html`<div class="difference">
    ${isSame ? html`<p class="note">${say.onlyFacts}</p>` : lines.map(line => html`<p>${line.map(partView)}</p>`)}
    ${facts.length === 0 ? nothing : html`<dl>${facts.map(factView)}</dl>`}
  </div>`;
}

function partView({kind, text}: DifferencePart): TemplateResult | string {
  if (kind === 'same') return text;
  const end = html`<span class="heard"> ${say.end} </span>`;
  return kind === 'added'
    ? html`<ins><span class="heard"> ${say.added} </span>${text}${end}</ins>`
    : html`<del><span class="heard"> ${say.removed} </span>${text}${end}</del> `;
}

function factView({label, before, after}: FactChange): TemplateResult {
  return html`<div>
    <dt>${say.fact(label)}</dt>
    <dd>
      ${before === null ? html`${say.notFilledIn} ` : partView({kind: 'removed', text: before})}
      ${after === null ? nothing : partView({kind: 'added', text: after})}
    </dd>
  </div>`;
}
