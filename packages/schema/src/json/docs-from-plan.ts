import type {ItemId} from '../base/ids.ts';
import type {ItemTypeName} from '../plan/item-type.ts';
import type {PlanType} from '../plan/plan-type.ts';
import type {RootName} from '../plan/root.ts';
import type {PmJson} from '../prosemirror/pm-json.ts';
import {itemNode} from './item-node.ts';
import type {PlanItem} from './item-schema.ts';
import type {ParticipantKey, Ref} from './names.ts';
import {openRecords, type OpenRecords} from './open-records.ts';
import type {Plan} from './plan-file.ts';
import {splitForImport, type HeldBackItem, type ImportSplit} from './split-for-import.ts';

/** What the server must record about an imported item beside its words. */
export interface ImportedItem {
  /** The item's id in the file. */
  readonly ref: Ref;
  /** Its id from now on. */
  readonly id: ItemId;
  readonly compartment: 'shared' | 'voice';
  readonly root: RootName;
  readonly type: ItemTypeName;
  /** Its speaker; the child where a house names nobody; null for text that is nobody's own. */
  readonly ownedBy: ParticipantKey | null;
  readonly typedBy: ParticipantKey | null;
  /** The new id of the Three Houses session in which it was said. */
  readonly session: Ref | null;
  /** The child's exact words or marks. */
  readonly verbatim: boolean;
  readonly readBack: boolean;
}

/** A file turned into the content of the two open compartments and the records beside them. */
export interface ImportedPlan {
  /** The items of each root, for `writeItems`. */
  readonly shared: ReadonlyMap<RootName, readonly PmJson[]>;
  readonly voice: ReadonlyMap<RootName, readonly PmJson[]>;
  readonly items: readonly ImportedItem[];
  readonly heldBack: readonly HeldBackItem[];
  readonly records: OpenRecords;
}

/** Gives a fresh random id; the caller owns the randomness. */
export type IdMaker = () => ItemId;

const OWN_WORDS: ReadonlySet<unknown> = new Set(['verbatim', 'written', 'drawn', 'symbol', 'signed', 'aac']);

/**
 * Turns a file into documents and records under fresh ids. What isn't open to everyone stays out, and with it every
 * link, position and record that would name it, so that nothing imported tells that it exists.
 */
export function docsFromPlan(plan: Plan, planType: PlanType, newId: IdMaker): ImportedPlan {
  const split = splitForImport(plan, planType);
  const open = [...split.shared.values(), ...split.voice.values()].flat();
  const ids = new Map<Ref, ItemId>(open.map(item => [item.id, newId()]));
  const {records, sessions} = openRecords(plan, ids, newId);
  const items = (['shared', 'voice'] as const).flatMap(compartment =>
    [...split[compartment]].flatMap(([root, list]) =>
      list.map(item => imported(plan, item, {compartment, root, ids, sessions})),
    ),
  );
  return {
    shared: nodesOf(split, 'shared', ids),
    voice: nodesOf(split, 'voice', ids),
    items,
    heldBack: split.heldBack,
    records,
  };
}

function nodesOf(
  split: ImportSplit,
  compartment: 'shared' | 'voice',
  ids: ReadonlyMap<Ref, ItemId>,
): ReadonlyMap<RootName, readonly PmJson[]> {
  return new Map(
    [...split[compartment]].map(([root, items]) => [root, items.map(item => openNode(item, ids))]),
  );
}

function openNode(item: PlanItem, ids: ReadonlyMap<Ref, ItemId>): PmJson {
  const links = (item.links ?? []).flatMap(({rel, to}) => {
    const id = ids.get(to);
    // The new id takes the place of the name that it had in the file.
    return id === undefined ? [] : [{rel, to: id as unknown as Ref}];
  });
  return itemNode({...item, links}, idOf(item, ids));
}

function idOf(item: PlanItem, ids: ReadonlyMap<Ref, ItemId>): ItemId {
  const id = ids.get(item.id);
  if (id === undefined) throw new RangeError(`Item "${item.id}" was given no id`);
  return id;
}

interface Setting {
  readonly compartment: 'shared' | 'voice';
  readonly root: RootName;
  readonly ids: ReadonlyMap<Ref, ItemId>;
  readonly sessions: ReadonlyMap<Ref, Ref>;
}

function imported(plan: Plan, item: PlanItem, {compartment, root, ids, sessions}: Setting): ImportedItem {
  const child = plan.participants.find(({role}) => role === 'child')?.key;
  const ownedBy = item.ownedBy ?? (compartment === 'voice' ? child : undefined) ?? null;
  const own = item.mode === undefined ? compartment === 'voice' : OWN_WORDS.has(item.mode);
  return {
    ref: item.id,
    id: idOf(item, ids),
    compartment,
    root,
    type: item.type,
    ownedBy,
    typedBy: item.typedBy ?? null,
    session: item.session === undefined ? null : (sessions.get(item.session) ?? null),
    verbatim: item.type === 'statement' && own && ownedBy !== null && ownedBy === child,
    readBack: item.readBack === true,
  };
}
