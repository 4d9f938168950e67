import {
  isAnchorAttribute,
  isItemTypeName,
  PLAN_TYPES,
  type RootName,
  type SafetyLevel,
  type SectionSpec,
} from '@goldthread/schema';
import {attributeOf, type PmJson} from '@goldthread/schema/prosemirror';
import {html, nothing, type TemplateResult} from 'lit';
import {buildItemIndex, type ItemIndex} from '../../context/item-index.ts';
import {threadOf} from '../../context/thread-of.ts';
import type {FactValue, ItemPart} from '../../prosemirror/item-facts-event.ts';
import type {SeenItem, SeenPlan} from '../../records/view-as.ts';
import {item as itemWords} from '../../words/en/item.ts';
import {plan as planWords} from '../../words/en/plan.ts';
import {viewAs as say} from '../../words/en/view-as.ts';
import {factLine} from '../item-facts/fact-line.ts';
import {listLines} from '../item-facts/list-lines.ts';
import {marks} from '../marks.ts';
import {titleOf} from '../plan/view-model.ts';
import {seenPositions, seenScale} from './seen-answers.ts';
import {seenWords} from './seen-words.ts';

/** All that a view is drawn from. */
export interface SeenView {
  readonly plan: SeenPlan;
  readonly sections: readonly SectionSpec[];
  readonly childName: string;
  /** What a section says to whoever is told that something there is kept private; null where nothing is said. */
  readonly keptIn: (root: RootName) => string | null;
}

/** A section's heading as it is called in the list of parts: its letter, if it has one, and its plain title. */
export function seenTitle({letter}: SectionSpec, title: string): string {
  return letter === undefined ? title : `${letter}. ${title}`;
}

/** The sections of a view: without a map where the plan has none for that person. */
export function seenSections(
  {planType, items, scales}: SeenPlan,
  level: SafetyLevel | null,
): readonly SectionSpec[] {
  const {sections = []} = PLAN_TYPES[planType] ?? {};
  const standsOn = ({group, root}: SectionSpec) => group === 'safety' && (items.get(root)?.length ?? 0) > 0;
  const hasMap = level !== null || scales.length > 0 || sections.some(standsOn);
  return hasMap ? sections : sections.filter(({group}) => group !== 'safety');
}

/** Each section with what stands in it, in the order of the plan. */
export function seenPlan({plan, sections, childName, keptIn}: SeenView): readonly TemplateResult[] {
  const open = (root: RootName) => (plan.items.get(root) ?? []).filter(one => !one.isPrivate);
  const index = buildItemIndex(sections, root => open(root).map(({node}) => node));
  return sections.map(section => {
    const items = plan.items.get(section.root) ?? [];
    const kept = keptIn(section.root);
    const id = `part-${section.root.replace(':', '-')}`;
    return html`<section aria-labelledby=${id}>
      <h2 id=${id} tabindex="-1" data-root=${section.root}>
        ${seenTitle(section, titleOf(section, childName))}
      </h2>
      ${kept === null ? nothing : html`<p class="note">${kept}</p>`}
      ${
        items.length === 0
          ? html`<p class="note">${planWords.empty}</p>`
          : items.map(one => item(one, index, plan.positions))
      }
      ${section.root === 'sos:next' ? plan.scales.map(seenScale) : nothing}
    </section>`;
  });
}

function item(
  {node, isPrivate}: SeenItem,
  index: ItemIndex,
  positions: SeenPlan['positions'],
): TemplateResult {
  const {type} = node;
  const facts = isItemTypeName(type) ? factLine(type, factsIn(node)) : [];
  const id = String(attributeOf(node, 'id'));
  const ties = tiesOf(id, index);
  const label = index.byId.get(id)?.label ?? '';
  return html`<article class=${isPrivate ? 'private' : ''}>
    ${isPrivate ? html`<h3>${marks.lock} ${say.privateNote}</h3>` : nothing}
    ${label === '' ? nothing : html`<span class="label">${label}</span>`}
    <div class="words">${seenWords(node)}</div>
    ${listLines(partsIn(node))}
    ${
      facts.length === 0
        ? nothing
        : html`<dl>
            ${facts.map(
              fact =>
                html`<div>
                  <dt>${fact.label}</dt>
                  <dd>${fact.text}</dd>
                </div>`,
            )}
          </dl>`
    }
    ${seenPositions(positions.get(id) ?? [])}
    ${ties === '' ? nothing : html`<p class="tied"><i></i><span>${itemWords.tiedTo(ties)}</span></p>`}
  </article>`;
}

/** What the thread through an item ties it to, as the plan itself says it. */
function tiesOf(id: string, index: ItemIndex): string {
  const others = threadOf(index, id).filter(one => one.id !== id);
  return others.map(one => one.label || itemWords.unlettered).join(', ');
}

function partsIn(node: PmJson): readonly ItemPart[] {
  return (node.content ?? []).flatMap(child => {
    const kind = attributeOf(child, 'kind');
    if (child.type !== 'part' || typeof kind !== 'string') return [];
    return [{kind, attributes: factsIn(child)}];
  });
}

function factsIn({attrs = {}}: PmJson): Readonly<Record<string, FactValue>> {
  const facts: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(attrs)) {
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (isPlain && name !== 'id' && name !== 'kind' && !isAnchorAttribute(name)) facts[name] = value;
  }
  return facts;
}
