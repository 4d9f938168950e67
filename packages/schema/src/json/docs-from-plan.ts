import type {ItemId} from '../base/ids.ts';
import type {ItemTypeName} from '../plan/item-type.ts';
import {sectionOf, type PlanType} from '../plan/plan-type.ts';
import type {RootName} from '../plan/root.ts';
import type {PmJson} from '../prosemirror/pm-json.ts';
import {itemNode} from './item-node.ts';
import type {PlanItem} from './item-schema.ts';
import type {ParticipantKey, Ref} from './names.ts';
import {openRecords, type OpenRecords} from './open-records.ts';
import {allPositions} from './positions.ts';
import {aboutKnown, placedScales, type PlacedScale} from './scales.ts';
import type {Plan} from './plan-file.ts';
import {splitForImport, type HeldBackItem, type ImportSplit} from './split-for-import.ts';
import {
  importedDecisions,
  withheldItems,
  type ImportedDecision,
  type WithheldItem,
} from './withheld-items.ts';

/** What the server must record about an imported item beside its words. */
export interface ImportedItem {
  /** The item's id in the file. */
  readonly ref: Ref;
  /** Its id from now on. */
  readonly id: ItemId;
  readonly compartment: 'shared' | 'voice' | 'withheld';
  /** `items` in a withheld compartment. */
  readonly root: RootName;
  /** The root beside which a withheld item stands. */
  readonly anchorRoot: RootName | null;
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

/** A withheld item, ready to be written once the item that it stands after is in its document. */
export interface ImportedWithheld {
  readonly node: PmJson;
  readonly anchorRoot: RootName;
  /** The open item that it stands after; null at the start of its section. */
  readonly after: ItemId | null;
  readonly item: ImportedItem;
}

/** The content of one withheld compartment. */
export interface ImportedGroup {
  readonly audience: readonly ParticipantKey[];
  readonly items: readonly ImportedWithheld[];
}

/** A file turned into the content of its compartments and the records beside them. */
export interface ImportedPlan {
  /** The items of each root, for `writeItems`. */
  readonly shared: ReadonlyMap<RootName, readonly PmJson[]>;
  readonly voice: ReadonlyMap<RootName, readonly PmJson[]>;
  /** Those of the open compartments. */
  readonly items: readonly ImportedItem[];
  /** The withheld compartments. */
  readonly groups: readonly ImportedGroup[];
  readonly decisions: readonly ImportedDecision[];
  /** Items that are stored nowhere, because nobody said who may read them. */
  readonly heldBack: readonly HeldBackItem[];
  readonly records: OpenRecords;
  /** What parties said of items, under their new ids and in the order of the file: those of `records`, and of withheld items. */
  readonly positions: OpenRecords['positions'];
  /** Those that somebody may read; `group` is the place of their readers' compartment among all groups, `null` for everybody. */
  readonly scales: readonly PlacedScale[];
}

/** Gives a fresh random id; the caller owns the randomness. */
export type IdMaker = () => ItemId;

const OWN_WORDS: ReadonlySet<unknown> = new Set(['verbatim', 'written', 'drawn', 'symbol', 'signed', 'aac']);

/**
 * Turns a file into documents and records under fresh ids. What isn't open to everyone goes into withheld compartments by
 * its readers. Every link, position and record that would name it from outside stays out, so that nothing open tells that it
 * exists.
 */
export function docsFromPlan(plan: Plan, planType: PlanType, newId: IdMaker): ImportedPlan {
  const split = splitForImport(plan, planType);
  const open = [...split.shared.values(), ...split.voice.values()].flat();
  const ids = new Map<Ref, ItemId>(open.map(item => [item.id, newId()]));
  const {records, sessions} = openRecords(plan, ids, newId);
  const items = (['shared', 'voice'] as const).flatMap(compartment =>
    [...split[compartment]].flatMap(([root, list]) =>
      list.map(item => imported(plan, item, {compartment, root, anchorRoot: null, ids, sessions})),
    ),
  );
  const withheld = withheldItems(plan, planType);
  const withheldIds = new Map(
    withheld.groups.flatMap(group => group.items.map(({item}) => [item.id, newId()])),
  );
  const groups = withheld.groups.map(({audience, items: list}) => {
    const own = new Map(list.flatMap(({item}) => idEntry(item, withheldIds)));
    const known = new Map([...ids, ...own]);
    return {
      audience,
      items: list.map(one => importedWithheld(plan, asPrivate(one, planType), known, sessions)),
    };
  });
  const scales = placedScales(plan, records.scales, groups);
  const withAbout = ({scale, group}: PlacedScale): PlacedScale => {
    if (group === null) return {scale, group};
    const own = (withheld.groups[group]?.items ?? []).flatMap(({item}) => idEntry(item, withheldIds));
    return {scale: aboutKnown(scale, new Map([...ids, ...own])), group};
  };
  return {
    groups: [...groups, ...scales.groups],
    decisions: importedDecisions(plan, withheld.groups, withheldIds),
    shared: nodesOf(split, 'shared', ids),
    voice: nodesOf(split, 'voice', ids),
    items,
    heldBack: withheld.heldBack,
    records,
    positions: allPositions(plan, ids, withheld.groups, withheldIds),
    scales: scales.scales.map(withAbout),
  };
}

function idEntry(item: PlanItem, ids: ReadonlyMap<Ref, ItemId>): [Ref, ItemId][] {
  return [[item.id, idOf(item, ids)]];
}

/** Text of a statutory section that only some may read is a private note beside it, and no part of the plan (reg 12). */
function asPrivate(withheld: WithheldItem, planType: PlanType): WithheldItem {
  const {id, text, links, ownedBy, typedBy} = withheld.item;
  const isStatutory = sectionOf(planType, withheld.anchorRoot)?.group === 'statutory';
  if (!isStatutory || withheld.item.type === 'note') return withheld;
  const evidence = links?.filter(({rel}) => rel === 'evidence');
  return {...withheld, item: {id, type: 'note', text, links: evidence, ownedBy, typedBy}};
}

/** `ids` are those that the item may point to: the open ones, and those of its own compartment. */
function importedWithheld(
  plan: Plan,
  {item, anchorRoot, after}: WithheldItem,
  ids: ReadonlyMap<Ref, ItemId>,
  sessions: ReadonlyMap<Ref, Ref>,
): ImportedWithheld {
  const setting = {compartment: 'withheld', root: 'items', anchorRoot, ids, sessions} as const;
  return {
    node: openNode(item, ids),
    anchorRoot,
    after: after === null ? null : (ids.get(after) ?? null),
    item: imported(plan, item, setting),
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
  readonly compartment: ImportedItem['compartment'];
  readonly root: RootName;
  readonly anchorRoot: RootName | null;
  readonly ids: ReadonlyMap<Ref, ItemId>;
  readonly sessions: ReadonlyMap<Ref, Ref>;
}

function imported(plan: Plan, item: PlanItem, setting: Setting): ImportedItem {
  const {compartment, root, anchorRoot, ids, sessions} = setting;
  const child = plan.participants.find(({role}) => role === 'child')?.key;
  const inHouse = (anchorRoot ?? root).startsWith('house:');
  const ownedBy = item.ownedBy ?? (inHouse ? child : undefined) ?? null;
  const own = item.mode === undefined ? inHouse : OWN_WORDS.has(item.mode);
  return {
    ref: item.id,
    id: idOf(item, ids),
    compartment,
    root,
    anchorRoot,
    type: item.type,
    ownedBy,
    typedBy: item.typedBy ?? null,
    session: item.session === undefined ? null : (sessions.get(item.session) ?? null),
    verbatim: item.type === 'statement' && own && ownedBy !== null && ownedBy === child,
    readBack: item.readBack === true,
  };
}
