import {isSafeHref, type PmJson, type PmMark} from '@goldthread/schema/prosemirror';
import {html, nothing, type TemplateResult} from 'lit';
import {textOf} from '../../records/read.ts';

type Drawn = TemplateResult | string | typeof nothing;

/**
 * The words of an item, node by node, to read only. Whatever isn't a node of the plan is left out, and text is only ever
 * text: nothing that came with the words can bring markup, a script or a style with it.
 */
export function seenWords({content = []}: PmJson): readonly Drawn[] {
  return content.map(block);
}

function block(node: PmJson): Drawn {
  switch (node.type) {
    case 'paragraph':
      return html`<p>${(node.content ?? []).map(run)}</p>`;
    case 'bulletList':
      return html`<ul>
        ${children(node, 'listItem').map(one => html`<li>${seenWords(one)}</li>`)}
      </ul>`;
    case 'orderedList':
      return html`<ol start=${whole(node, 'order')}>
        ${children(node, 'listItem').map(one => html`<li>${seenWords(one)}</li>`)}
      </ol>`;
    case 'table':
      return html`<div class="table" tabindex="0">
        <table>
          ${children(node, 'tableRow').map(
            row =>
              html`<tr>
                ${(row.content ?? []).map(cell)}
              </tr>`,
          )}
        </table>
      </div>`;
    case 'drawing':
    case 'symbol':
    case 'voiceNote':
      return media(node);
    default:
      return nothing;
  }
}

function cell(node: PmJson): Drawn {
  const [across, down] = [whole(node, 'colspan'), whole(node, 'rowspan')];
  if (node.type === 'tableHeader') return html`<th colspan=${across} rowspan=${down}>${seenWords(node)}</th>`;
  return node.type === 'tableCell'
    ? html`<td colspan=${across} rowspan=${down}>${seenWords(node)}</td>`
    : nothing;
}

/** What can't be read is named by its own words. */
function media({attrs}: PmJson): Drawn {
  const alt = attrs?.['alt'];
  return typeof alt === 'string' && alt !== '' ? html`<p class="note">${alt}</p>` : nothing;
}

function run({type, text, marks = []}: PmJson): Drawn {
  if (type !== 'text' || typeof text !== 'string') return nothing;
  return marks.reduce<Drawn>(marked, text);
}

function marked(inner: Drawn, {type, attrs}: PmMark): Drawn {
  switch (type) {
    case 'bold':
      return html`<strong>${inner}</strong>`;
    case 'italic':
      return html`<em>${inner}</em>`;
    case 'language':
      return html`<span lang=${textOf(attrs?.['code'])}>${inner}</span>`;
    case 'webLink': {
      const href = attrs?.['href'];
      if (!isSafeHref(href)) return inner;
      return html`<a href=${href} rel="noopener noreferrer nofollow" target="_blank">${inner}</a>`;
    }
    default:
      return inner;
  }
}

function children({content = []}: PmJson, type: string): readonly PmJson[] {
  return content.filter(child => child.type === type);
}

function whole({attrs}: PmJson, name: string): number {
  const value = Number(attrs?.[name] ?? 1);
  return Number.isSafeInteger(value) && value > 0 ? value : 1;
}
