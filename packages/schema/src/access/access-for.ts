import type {ItemTypeName} from '../plan/item-type.ts';
import type {Participant} from '../plan/participant.ts';
import type {RootName} from '../plan/root.ts';
import type {Stage} from '../plan/stage.ts';
import {cellOf} from './access-table.ts';
import type {Access, Cell, RootGroup} from './access.ts';
import type {CompartmentFacts, ItemFacts} from './facts.ts';
import {partyOf} from './party.ts';
import {receives} from './receives.ts';
import {groupOf, PLACES} from './root-group.ts';

/**
 * What one person may do with one root, or with one item of it, now. The only access decision there is: whoever
 * needs to know asks this function and decides nothing beside it (ACC-1).
 *
 * `root` of a withheld compartment is `items`, the root of a proposal, or the root beside which a new item is to stand.
 * Without `item` the question is whether anything may be written in the root, such as a new item.
 */
export function accessFor(
  participant: Participant,
  stage: Stage,
  compartment: CompartmentFacts,
  root: RootName,
  item?: ItemFacts,
): Access {
  if (!receives(participant.id, compartment) || !holds(compartment, root)) return 'none';
  if (!mayBeSeenIn(participant, compartment)) return 'read';
  if (root.startsWith('p:'))
    return mayWriteProposal(participant, stage, compartment, root) ? 'write' : 'read';
  const mayWrite = compartment.kind === 'withheld' ? mayWriteWithheld : mayWritePlace;
  return mayWrite(participant, stage, compartment, root, item) ? 'write' : 'read';
}

function holds(compartment: CompartmentFacts, root: RootName): boolean {
  if (compartment.kind === 'withheld') return true;
  if (root === 'items') return false;
  if (root.startsWith('p:')) return compartment.kind === 'shared';
  return root.startsWith('house:') === (compartment.kind === 'voice');
}

/**
 * Whether a person may show that they are there, by writing or by being present: somebody hidden only where every reader
 * may know of them.
 */
export function mayBeSeenIn(participant: Participant, compartment: CompartmentFacts): boolean {
  if (participant.hiddenFrom.length === 0) return true;
  const readers = compartment.kind === 'withheld' ? compartment.audience : undefined;
  return readers !== undefined && !readers.some(reader => participant.hiddenFrom.includes(reader));
}

function mayWriteProposal(
  participant: Participant,
  stage: Stage,
  compartment: CompartmentFacts,
  root: RootName,
): boolean {
  const opener = compartment.proposals?.[root];
  return stage !== 'ceased' && opener !== undefined && opener === partyOf(participant);
}

/**
 * A withheld item is written by whoever may write the root that it stands beside, and by its owner, because it is no part of
 * the text of that root (ACC-4).
 */
function mayWriteWithheld(
  participant: Participant,
  stage: Stage,
  compartment: CompartmentFacts,
  root: RootName,
  item: ItemFacts | undefined,
): boolean {
  const place = item?.anchorRoot ?? root;
  const places = place === 'items' && item === undefined ? PLACES : [place];
  if (places.some(one => mayWritePlace(participant, stage, compartment, one, item))) return true;
  return item !== undefined && item.owner === participant.id && stage !== 'ceased';
}

function mayWritePlace(
  participant: Participant,
  stage: Stage,
  compartment: CompartmentFacts,
  place: RootName,
  item: ItemFacts | undefined,
): boolean {
  const group = groupOf(place);
  if (group === undefined) return false;
  const cell = cellOf(participant.role, stage, group);
  if (cell === 'no') return false;
  if (cell === 'open' && !(compartment.coWriting[place] ?? stage === 'assessment')) return false;
  if (item !== undefined) return mayWriteItem(participant, cell, group, item);
  return cell !== 'scribe' || (compartment.scribes?.includes(participant.id) ?? false);
}

/**
 * Whether somebody may bring a new item of one type into a root. Families say on the map what they do not agree with, and nothing
 * else there (issue 4; ruling 7).
 */
export function mayBring(
  participant: Participant,
  stage: Stage,
  compartment: CompartmentFacts,
  root: RootName,
  type: ItemTypeName,
): boolean {
  const group = groupOf(root);
  const isForDisputes = group !== undefined && cellOf(participant.role, stage, group) === 'dispute';
  return (
    (type === 'dispute' || !isForDisputes) && accessFor(participant, stage, compartment, root) === 'write'
  );
}

/** Words typed for a child stay the writer's to mend only until they have been read back (ACC-19). */
function mayWriteItem(participant: Participant, cell: Cell, group: RootGroup, item: ItemFacts): boolean {
  if (cell === 'dispute' && item.type !== 'dispute') return false;
  if (item.owner === participant.id) return true;
  const typedIt = item.typedBy === participant.id;
  if (group === 'house' || item.verbatim || item.type === 'dispute') return typedIt && !item.readBack;
  return cell !== 'own' || typedIt;
}
