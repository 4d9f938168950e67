import {ITEM_TYPES, type ItemTypeName} from '@goldthread/schema';
import type {Difference, DifferencePart, FactDifference} from '@goldthread/schema/proposals';
import {html, nothing, type TemplateResult} from 'lit';
import {suggest as say} from '../../words/en/suggest.ts';

/**
 * A difference in words and shapes: what is added is underlined, what is taken out is struck through, and both say so to whoever
 * hears the page.
 */
export function differenceView({lines, facts}: Difference, itemType: ItemTypeName): TemplateResult {
  const isStyle = facts.length === 0 && lines.flat().every(({kind}) => kind === 'same');
  if (isStyle) return html`<p class="note">${say.style}</p>`;
  return html`<div class="difference">
    ${lines.map(line => html`<p>${line.map(partView)}</p>`)}
    ${facts.length === 0 ? nothing : html`<dl>${facts.map(fact => factView(fact, itemType))}</dl>`}
  </div>`;
}

function partView({kind, text}: DifferencePart): TemplateResult | string {
  if (kind === 'same') return text;
  const end = html`<span class="heard"> ${say.end} </span>`;
  return kind === 'added'
    ? html`<ins><span class="heard"> ${say.added} </span>${text}${end}</ins>`
    : html`<del><span class="heard"> ${say.removed} </span>${text}${end}</del> `;
}

function factView({name, before, after}: FactDifference, itemType: ItemTypeName): TemplateResult {
  const label = ITEM_TYPES[itemType].attributes[name]?.label ?? name;
  return html`<div>
    <dt>${say.fact(label)}</dt>
    <dd>
      ${partView({kind: 'removed', text: before ?? say.nothing})}
      ${partView({kind: 'added', text: after ?? say.nothing})}
    </dd>
  </div>`;
}
