import {
  ITEM_TYPES,
  isPartKind,
  LINK_REL_SPECS,
  PART_LISTS,
  type AttributeSpecs,
  type ItemTypeName,
  type SafetyLevel,
  type SectionSpec,
} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {html, nothing, type TemplateResult} from 'lit';
import type {IndexedItem, ItemIndex} from '../../context/item-index.ts';
import type {FactValue, ItemPart} from '../../prosemirror/item-facts-event.ts';
import {plainDay} from '../../words/clock-time.ts';
import {map} from '../../words/en/map.ts';
import {print as say} from '../../words/en/print.ts';
import {factLine, type Fact} from '../item-facts/fact-line.ts';
import {listLines} from '../item-facts/list-lines.ts';
import {labelOf} from '../map/map-labels.ts';
import {factsOf} from '../section/facts-of.ts';
import {seenWords} from '../view-as/seen-words.ts';
import {otherWords} from './other-words.ts';
import {paperScale} from './paper-scale.ts';
import type {PaperItem} from './read-paper.ts';

/** An item with more words than this may be parted by the end of a page. */
const SHORT = 600;
/** Of what an item leads to, this much is enough to find it. */
const NAMED = 90;

/** Where an item stands, as far as its print depends on that. */
export interface PaperAround {
  readonly section: SectionSpec;
  readonly index: ItemIndex;
  readonly level: SafetyLevel | null;
}

/** One item: its words, what is known of it in words, where it leads, and what people say against it. */
export function paperItem(one: PaperItem, around: PaperAround): TemplateResult {
  const {node, item, others, disputes, scales} = one;
  const {facts, parts} = factsOf(node);
  const kind = item.type === 'dispute' ? whoSays(facts['speaker']) : kindOf(item.type, around);
  return html`<article class=${item.words.length > SHORT ? 'long' : ''}>
    ${item.label === '' ? nothing : html`<p class="label">${item.label}</p>`}
    ${kind === '' ? nothing : html`<p class="kind">${kind}</p>`}
    <div class="words">${seenWords(node)} ${unsaid(node)}</div>
    ${lists(item.type, parts)} ${factList(factLine(item.type, facts))} ${ties(item, around.index)}
    ${others.map(otherWords)}
    ${disputes.map(dispute => html`<div class="dispute">${paperItem(dispute, around)}</div>`)}
    ${scales.map(paperScale)}
  </article>`;
}

/** What an item is, where its section doesn't say so: on the map, and of whatever is not the first of its section. */
function kindOf(type: ItemTypeName, {section, level}: PaperAround): string {
  if (section.group === 'safety') return labelOf(type, level);
  return type === section.itemTypes[0] ? '' : ITEM_TYPES[type].label;
}

/** That there is a drawing, a picture card or a voice note which nobody put into words. */
function unsaid({content = []}: PmJson): readonly TemplateResult[] {
  return content.flatMap(({type, attrs}) =>
    isMedia(type) && !attrs?.['alt'] ? [html`<p class="note">${say.media[type]}</p>`] : [],
  );
}

function isMedia(type: string): type is keyof typeof say.media {
  return Object.hasOwn(say.media, type);
}

function factList(facts: readonly Fact[]): TemplateResult | typeof nothing {
  return facts.length === 0
    ? nothing
    : html`<dl>
        ${facts.map(
          ({label, text}) =>
            html`<div>
              <dt>${label}:</dt>
              <dd>${text}</dd>
            </div>`,
        )}
      </dl>`;
}

function lists(type: ItemTypeName, parts: readonly ItemPart[]): readonly TemplateResult[] {
  return Object.entries(ITEM_TYPES[type].parts).flatMap(([kind, specs]) => {
    const own = parts.filter(part => part.kind === kind);
    if (own.length === 0 || !isPartKind(kind)) return [];
    return [
      html`<p class="list-name">${PART_LISTS[kind].label}</p>
        ${listLines(own.map(part => inDays(part, specs)))}`,
    ];
  });
}

/** An entry with its days as people say them. */
function inDays({kind, attributes}: ItemPart, specs: AttributeSpecs): ItemPart {
  const said: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(attributes))
    said[name] = specs[name]?.kind === 'date' && typeof value === 'string' ? plainDay(value) : value;
  return {kind, attributes: said};
}

/** Where an item leads, in words; what isn't on this paper is not named. */
function ties({links}: IndexedItem, {byId}: ItemIndex): TemplateResult | typeof nothing {
  const lines = links.flatMap(({rel, to}) => {
    const other = byId.get(to);
    return other === undefined ? [] : [say.linked(LINK_REL_SPECS[rel].label, named(other))];
  });
  return lines.length === 0
    ? nothing
    : html`<ul class="ties">
        ${lines.map(line => html`<li>${line}</li>`)}
      </ul>`;
}

function named({label, words}: IndexedItem): string {
  if (words === '') return label;
  const most = words.lastIndexOf(' ', NAMED);
  return say.named(label, words.length > NAMED && most > 0 ? `${words.slice(0, most)}…` : words);
}

/** Whose words a dispute is. */
function whoSays(speaker: FactValue | undefined): string {
  return map.doesNotAgree(typeof speaker === 'string' && speaker !== '' ? speaker : map.someone);
}
