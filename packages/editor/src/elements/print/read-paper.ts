import {twoTries, type CompartmentId, type RootName, type SectionSpec} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {readElement, readRoot} from '@goldthread/schema/ydoc';
import {buildItemIndex, type IndexedItem, type ItemIndex} from '../../context/item-index.ts';
import type {PlanSource} from '../../context/plan-source.ts';
import type {AskedOnce, Disagreement} from '../../records/disagreements.ts';
import type {Position} from '../../records/positions.ts';
import type {Proposal} from '../../records/proposals.ts';
import type {Scale} from '../../records/ratings.ts';
import {elementIn, standingOf, type Standing} from '../suggestions/standing-words.ts';
import type {PaperRecords} from './paper-records.ts';

/** Other words that a side wants for an item, after a no: both wordings stand. */
export interface OtherWords {
  readonly proposal: Proposal;
  readonly standing: Standing;
  readonly words: PmJson;
}

/** An item as it stands on paper. */
export interface PaperItem {
  readonly node: PmJson;
  readonly item: IndexedItem;
  readonly others: readonly OtherWords[];
  /** What people do not agree with about it: it stands directly below. */
  readonly disputes: readonly PaperItem[];
  /** Numbers that are about it. */
  readonly scales: readonly Scale[];
}

/** A section on paper. */
export interface PaperPart {
  readonly section: SectionSpec;
  readonly items: readonly PaperItem[];
}

/** A side that said nothing though it was asked twice, and every time that it was asked. */
export interface NoAnswer {
  readonly name: string;
  readonly tries: readonly AskedOnce[];
}

/** Everything that stands on paper, in its order. */
export interface Paper {
  readonly parts: readonly PaperPart[];
  /** Numbers for the child's safety as a whole. */
  readonly scales: readonly Scale[];
  readonly index: ItemIndex;
  readonly matters: readonly Disagreement[];
  readonly noAnswers: readonly NoAnswer[];
}

/**
 * The plan as it goes on paper: out of the documents that everybody on the plan receives, and of records about what stands in them.
 * Nothing of a withheld document comes in, nor of anything about one, for whoever it is printed (ruling 16): paper is read by others.
 */
export function readPaper(
  source: PlanSource,
  sections: readonly SectionSpec[],
  {positions, proposals, scales, disagreements, tries}: PaperRecords,
): Paper {
  const nodes = new Map(sections.map(({root}) => [root, nodesIn(source, root)]));
  const index = buildItemIndex(sections, root => nodes.get(root) ?? []);
  const open = scales.filter(({compartmentId, about}) => isOpen(source, compartmentId, about, index));
  const different = proposals.filter(
    ({state, compartmentId, item}) => state === 'different' && isOpen(source, compartmentId, item, index),
  );
  const itemsIn = ({root}: SectionSpec): readonly PaperItem[] =>
    (nodes.get(root) ?? []).flatMap(node => {
      const item = index.byId.get(String(node.attrs?.['id']));
      if (item === undefined) return [];
      const others = different.flatMap(one => (one.item === item.id ? othersOf(source, one) : []));
      return [{node, item, others, disputes: [], scales: open.filter(({about}) => about === item.id)}];
    });
  const hasMap = source.facts?.safety !== null || open.length > 0 || standsOnMap(sections, nodes);
  const about = (item: string | null): boolean => item === null || index.byId.has(item);
  const asked = tries.filter(one => about(one.item));
  return {
    index,
    parts: withDisputes(
      sections
        .filter(({group}) => hasMap || group !== 'safety')
        .map(section => ({section, items: itemsIn(section)})),
    ),
    scales: open.filter(one => one.about === null),
    matters: disagreements.filter(one => one.isPrinted && about(one.item)),
    noAnswers: [...Map.groupBy(asked, ({to}) => to)].flatMap(([to, own]) => {
      const hasAnswered = positions.some(one => one.party === to && about(one.item) && isAnswer(one));
      const [first] = own;
      return first === undefined || hasAnswered || twoTries(own) === null
        ? []
        : [{name: first.toName, tries: own}];
    }),
  };
}

function nodesIn(source: PlanSource, root: RootName): readonly PmJson[] {
  const open = source.docFor(root);
  return open === undefined || open.kind === 'withheld' ? [] : readRoot(open.doc.getXmlFragment(root));
}

/** Whether a record is one of a document that everybody receives, about something that stands in one. */
function isOpen(
  {docs}: PlanSource,
  compartment: CompartmentId | null,
  about: string | null,
  index: ItemIndex,
): boolean {
  const kind = compartment === null ? undefined : docs.get(compartment)?.kind;
  return (kind === 'shared' || kind === 'voice') && (about === null || index.byId.has(about));
}

function isAnswer({stance}: Position): boolean {
  return stance !== 'noAnswer' && stance !== 'notAsked';
}

function standsOnMap(
  sections: readonly SectionSpec[],
  nodes: ReadonlyMap<RootName, readonly PmJson[]>,
): boolean {
  return sections.some(({group, root}) => group === 'safety' && (nodes.get(root)?.length ?? 0) > 0);
}

function othersOf({docs}: PlanSource, proposal: Proposal): readonly OtherWords[] {
  const doc = docs.get(proposal.compartmentId)?.doc;
  const standing = doc === undefined ? null : standingOf(doc, proposal);
  const words = doc === undefined ? null : elementIn(doc, proposal.wordingId);
  if (standing === null || words === null || standing.isSame) return [];
  return [{proposal, standing, words: readElement(words)}];
}

/** On the map, what somebody does not agree with stands below what it is about, in whichever column that is. */
function withDisputes(parts: readonly PaperPart[]): readonly PaperPart[] {
  const onMap = parts.flatMap(({section, items}) => (section.group === 'safety' ? items : []));
  const below = Map.groupBy(onMap, one => disputedBy(one.item, onMap));
  return parts.map(({section, items}) => ({
    section,
    items: items
      .filter(one => disputedBy(one.item, onMap) === null)
      .map(one => ({...one, disputes: below.get(one.item.id) ?? []})),
  }));
}

/** The id of what a dispute on the map is about; null of anything else, and where that stands in another place. */
function disputedBy({type, links}: IndexedItem, onMap: readonly PaperItem[]): string | null {
  if (type !== 'dispute') return null;
  const about = links.find(
    ({rel, to}) => rel === 'disputes' && onMap.some(({item}) => item.id === to && item.type !== 'dispute'),
  );
  return about?.to ?? null;
}
