import {
  newId,
  type CompartmentId,
  type ItemId,
  type ParticipantId,
  type ProposalId,
  type RootName,
} from '@goldthread/schema';
import {isOpen} from '@goldthread/schema/proposals';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {elementOf, readRoot} from '@goldthread/schema/ydoc';
import type * as Y from 'yjs';
import {nodeText} from '../disclosure/index.ts';
import {proposalRoot, type ItemRecord, type ProposalRecord, type RecordChange} from '../storage/index.ts';
import type {OwnChange} from '../sync/index.ts';
import type {ItemMove} from './carried-along.ts';
import type {PlanFacts} from './plan-facts.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** A text with the part of the plan where everybody reads what it is about. */
export interface MovedText {
  readonly root: RootName;
  readonly text: string;
}

/** Proposals that go along with their items, under ids of their own as the items have. */
export interface MovedProposals {
  readonly changes: readonly OwnChange[];
  readonly records: readonly RecordChange[];
  /** Everything that somebody said in them, as it was when this was asked for. */
  readonly texts: readonly MovedText[];
  /** Where each stands from now on, and whose it is. */
  readonly moved: readonly {readonly compartmentId: CompartmentId; readonly by: ParticipantId}[];
}

/**
 * What was suggested for items moves along with them, words and all: who may not read an item may not read what was suggested for
 * it (ruling 22). `look` sees the words in the moment in which they move.
 */
export async function movedProposals(
  ports: WithholdingPorts,
  facts: PlanFacts,
  moves: readonly ItemMove[],
  look: (text: MovedText) => void = () => undefined,
): Promise<MovedProposals> {
  const all = await ports.storage.proposals.of(facts.plan.id);
  const going = moves.flatMap(move => all.filter(one => isOf(one, move)).map(record => ({record, move})));
  const ids = new Map(going.map(({record}) => [record.id, newId<ProposalId>(ports.random)]));
  const result = {changes: [], records: [], texts: [], moved: []} as {
    -readonly [Key in keyof MovedProposals]: MovedProposals[Key][number][];
  };
  for (const {record, move} of going) {
    if (!mayStandIn(facts, record, move.from.compartmentId)) continue;
    const moved = recordAfter(ports, record, move, ids);
    const words = await ports.sync.withDocument(move.from.compartmentId, doc => wordsIn(doc, record));
    const said = [record.reason, ...record.steps.map(({reason}) => reason), nodeText(record.base)];
    result.texts.push(...[...said, ...(words ?? []).map(nodeText)].map(text => ({root: move.root, text})));
    result.changes.push(...changesOf(facts, record, moved, move, look));
    result.records.push({kind: 'proposal', put: leftOf(record)}, {kind: 'proposal', put: moved});
    result.moved.push({compartmentId: moved.compartmentId, by: moved.by});
  }
  return result;
}

function isOf({hasMoved, itemId, compartmentId}: ProposalRecord, {from}: ItemMove): boolean {
  return !hasMoved && itemId === from.itemId && compartmentId === from.compartmentId;
}

/** By somebody of whom not everybody may know nothing is brought to where everybody reads. */
function mayStandIn({compartments, everyone}: PlanFacts, {by}: ProposalRecord, from: CompartmentId): boolean {
  const isOpened = compartments.some(({id, kind}) => id === from && kind === 'withheld');
  return !isOpened || everyone.some(({id, hiddenFrom}) => id === by && hiddenFrom.length === 0);
}

function recordAfter(
  {random}: WithholdingPorts,
  record: ProposalRecord,
  {to}: ItemMove,
  ids: ReadonlyMap<ProposalId, ProposalId>,
): ProposalRecord {
  return {
    ...record,
    id: ids.get(record.id) ?? record.id,
    compartmentId: to.compartmentId,
    itemId: to.itemId,
    wordingId: newId<ItemId>(random),
    answersTo: record.answersTo === null ? null : (ids.get(record.answersTo) ?? null),
  };
}

/** What is left where a proposal was: its root stays known as long as that of a deleted item's, and tells nothing. */
function leftOf(record: ProposalRecord): ProposalRecord {
  const state = isOpen(record.state) ? 'proposed' : 'withdrawn';
  return {...record, base: {type: 'note'}, reason: '', steps: [], answersTo: null, state, hasMoved: true};
}

function changesOf(
  {items}: PlanFacts,
  record: ProposalRecord,
  moved: ProposalRecord,
  {from, to, root}: ItemMove,
  look: (text: MovedText) => void,
): OwnChange[] {
  const words: PmJson[] = [];
  const known = items.find(({id}) => id === record.wordingId);
  const item: ItemRecord[] =
    known === undefined
      ? []
      : [{...known, id: moved.wordingId, compartmentId: to.compartmentId, root: proposalRoot(moved.id)}];
  return [
    {
      id: from.compartmentId,
      items: [],
      write(doc) {
        words.push(...wordsIn(doc, record));
        for (const node of words) look({root, text: nodeText(node)});
        const fragment = doc.getXmlFragment(proposalRoot(record.id));
        fragment.delete(0, fragment.length);
      },
    },
    {
      id: to.compartmentId,
      items: item,
      write(doc) {
        const named = words.map(node => ({...node, attrs: {...node.attrs, id: moved.wordingId}}));
        doc.getXmlFragment(proposalRoot(moved.id)).push(named.map(elementOf));
      },
    },
  ];
}

/** The words that stand below a proposal's root: those of its item alone. */
function wordsIn(doc: Y.Doc, {id, wordingId}: ProposalRecord): PmJson[] {
  return readRoot(doc.getXmlFragment(proposalRoot(id))).filter(({attrs}) => attrs?.['id'] === wordingId);
}
