import * as Y from 'yjs';
import type {AnchorAttribute, RootName} from '@goldthread/schema';
import {incomingIndex, type Incoming} from './decode.ts';
import {placeOfStored, type Place} from './place.ts';
import type {GatePolicy} from './policy.ts';
import {elementName, storedId, storedStruct, type Struct} from './struct-store.ts';
import {isQuotation} from './quotation.ts';
import {refusal, type Refusal} from './refusal.ts';

/**
 * Most neighbours that are passed for one update. Structs of people stand beside each other; only structs made to
 * burden everybody who integrates them stand far from the neighbours that they name.
 */
const MOST_STEPS = 1_000_000;

/** What is known about one update while the gate decides on it. */
export interface Admission {
  readonly doc: Y.Doc;
  readonly policy: GatePolicy;
  readonly incoming: Incoming;
  /** Elements that would stand directly below a root. */
  readonly newElements: {readonly element: Y.Item; readonly root: RootName}[];
  /** The struct that sets the `id` of an item, by the item's element. */
  readonly idStructs: Map<Y.Item, {readonly struct: Y.Item; readonly root: RootName}>;
  /** Items of the document that this update would delete. */
  readonly deletedItems: Set<Y.Item>;
  /** Items of the document whose `id`, or part of whose anchor, this update would delete. */
  readonly deletedFixed: Y.Item[];
  /** The structs that set the anchor of an item, by the item's element. */
  readonly anchors: Map<Y.Item, Map<AnchorAttribute, Y.Item>>;
  /** Ids that something in this update refers to. */
  readonly references: string[];
  /** Every value that this update brings for the attributes of a link. */
  readonly links: Map<Y.Item, {readonly attribute: string; readonly value: unknown}[]>;
  /** Characters of stroke text that this update brings, by the text that holds them. */
  readonly strokeLengths: Map<Y.Item, number>;
  /** How many more neighbours may be passed while looking for the right one of a struct. */
  stepsLeft: number;
  /** The root and the item that were allowed last, so that neighbours needn't ask again. */
  allowedRoot: string | null;
  allowedItem: Y.Item | null;
}

/** An admission of which nothing is known yet. */
export function startAdmission(doc: Y.Doc, incoming: Incoming, policy: GatePolicy): Admission {
  return {
    doc,
    policy,
    incoming,
    newElements: [],
    idStructs: new Map(),
    deletedItems: new Set(),
    deletedFixed: [],
    anchors: new Map(),
    references: [],
    links: new Map(),
    strokeLengths: new Map(),
    stepsLeft: MOST_STEPS,
    allowedRoot: null,
    allowedItem: null,
  };
}

/** A struct that an id names, with its place. */
export interface Found {
  readonly struct: Struct;
  readonly place: Place | 'collected';
}

/** Looks an id up in the document and among the structs of this update that are placed; null if neither has it. */
export function find(admission: Admission, id: Y.ID): Found | null {
  const stored = storedStruct(admission.doc, id);
  if (stored !== null) {
    return {
      struct: stored,
      place: stored instanceof Y.GC ? 'collected' : placeOfStored(admission.doc, stored),
    };
  }
  const run = admission.incoming.runs.get(id.client);
  if (run === undefined) return null;
  const index = incomingIndex(run, id.clock);
  const struct = run.structs[index];
  const place = run.places[index];
  return struct === undefined || place === undefined ? null : {struct, place};
}

/** Whether this update says that one of the structs that it brings is deleted. */
export function deletesIncoming(admission: Admission, id: Y.ID): boolean {
  const ranges = admission.incoming.deletes.get(id.client) ?? [];
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (range.clock + range.len <= id.clock) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.clock <= id.clock;
}

/** Narrows the name of a root to one that the sender may write, or says why not. */
export function checkRoot(admission: Admission, root: string): Refusal | null {
  const {policy} = admission;
  if (root === admission.allowedRoot) return null;
  if (!policy.isKnownRoot(root)) return refusal('ROOT');
  if (!policy.mayWriteRoot(root)) return refusal('FORBIDDEN', root);
  admission.allowedRoot = root;
  return null;
}

/** Says why the sender may not change an item of the document, or null. */
export function checkItem(admission: Admission, item: Y.Item, root: string): Refusal | null {
  const {policy} = admission;
  if (item === admission.allowedItem) return null;
  if (!policy.isKnownRoot(root)) return refusal('ROOT');
  if (isQuotation(item)) return refusal('QUOTATION', root);
  if (!policy.mayWriteItem(root, storedId(item), elementName(item) ?? '')) return refusal('OWNER', root);
  admission.allowedItem = item;
  return null;
}
