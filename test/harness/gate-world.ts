import * as prng from 'lib0/prng';
import * as Y from 'yjs';
import {EHCP, isRootName, itemTypesOf, type RootName} from '@goldthread/schema';
import {checkNode, type PmJson} from '@goldthread/schema/prosemirror';
import {itemIdOf, readElement, readRoot} from '@goldthread/schema/ydoc';
import {GATE_LIMITS, type AdmittedUpdate, type GatePolicy} from '../../packages/server/src/gate/index.ts';

/** The roots of a fuzzed plan: the person may write the first two and only read the third. */
export const WRITABLE: readonly RootName[] = ['section:B', 'sos:next'];
export const READABLE: RootName = 'section:F';
export const ALL_ROOTS: readonly RootName[] = [...WRITABLE, READABLE];

/** Client ids: the server's import, somebody who may do everything, the person, and the person as an attacker. */
export const CLIENTS = {server: 1, colleague: 2, person: 7, attacker: 70} as const;

/** Pseudo-random choices from one seed, so that a failure can be run again. */
export class Dice {
  readonly #generator: prng.PRNG;

  constructor(seed: number) {
    this.#generator = prng.create(seed);
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    return end <= 1 ? 0 : prng.int32(this.#generator, 0, end - 1);
  }

  pick<T>(from: readonly T[]): T | undefined {
    return from[this.below(from.length)];
  }
}

/** Gives ids that are well formed and never repeat. */
export class Ids {
  #count = 0;

  next(): string {
    this.#count++;
    return String(this.#count).padStart(22, 'x');
  }
}

/** A document of one client with every root opened. */
export function openDoc(clientID: number, from?: Y.Doc): Y.Doc {
  const doc = new Y.Doc();
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from), 'remote');
  doc.clientID = clientID;
  for (const root of ALL_ROOTS) doc.getXmlFragment(root);
  return doc;
}

/** What the person may do: two roots, and there every item but those of others in `locked`. */
export function personPolicy(locked: ReadonlySet<string>, known: ReadonlySet<string>): GatePolicy {
  const roots: ReadonlySet<string> = new Set(ALL_ROOTS);
  const writable: ReadonlySet<string> = new Set(WRITABLE);
  return {
    isOwnClient: client => client === CLIENTS.person || client === CLIENTS.attacker,
    isKnownRoot: (root): root is RootName => isRootName(root) && roots.has(root),
    mayWriteRoot: root => writable.has(root),
    allowsItemType: (root, typeName) => itemTypesOf(EHCP, root).some(name => name === typeName),
    mayWriteItem: (_root, id) => id === null || !locked.has(id),
    isKnownItemElsewhere: id => id.startsWith('elsewhere'),
    isKnownReference: id => known.has(id),
    isOpenReference: id => known.has(id),
    limits: GATE_LIMITS,
  };
}

/** What of a document the person may not change: the readable root and each locked item, wherever it stands. */
export function protectedPart(doc: Y.Doc, locked: ReadonlySet<string>): string {
  const kept: unknown[] = [readRoot(doc.getXmlFragment(READABLE))];
  for (const root of WRITABLE) {
    for (const element of elementsOf(doc, root)) {
      if (locked.has(itemIdOf(element) ?? '')) kept.push([root, readElement(element)]);
    }
  }
  return JSON.stringify(kept);
}

/** The items directly below a root. */
export function elementsOf(doc: Y.Doc, root: string): Y.XmlElement[] {
  return doc
    .getXmlFragment(root)
    .toArray()
    .filter(child => child instanceof Y.XmlElement);
}

/** Everything that a document holds, as one comparable text. */
export function contentOf(doc: Y.Doc): string {
  return JSON.stringify(ALL_ROOTS.map(root => readRoot(doc.getXmlFragment(root))));
}

/** What is wrong with a document into which an update of the person was let, or null. */
export function faultOf(doc: Y.Doc, before: string, locked: ReadonlySet<string>): string | null {
  if (doc.share.size !== ALL_ROOTS.length) return 'there is a new root';
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return 'something is parked';
  if (protectedPart(doc, locked) !== before) return 'something changed that may not change';
  const ids = new Set<string>();
  for (const root of ALL_ROOTS) {
    for (const item of readRoot(doc.getXmlFragment(root))) {
      const problem = checkNode(item);
      if (problem !== null) return `the document holds what it may not: ${problem}`;
      if (!isAllowedBelow(root, item)) return 'an item stands where its type has no place';
      const id: unknown = item.attrs?.['id'];
      if (typeof id !== 'string') continue;
      if (ids.has(id)) return 'two items have one id';
      ids.add(id);
    }
  }
  return null;
}

function isAllowedBelow(root: RootName, item: PmJson): boolean {
  return itemTypesOf(EHCP, root).some(name => name === item.type);
}

/** Whether applying what the gate wrote has the same effect as what the honest person sent. */
export function hasSameEffect(server: Y.Doc, sent: Uint8Array, admitted: AdmittedUpdate): boolean {
  const [raw, clean] = [openDoc(3, server), openDoc(4, server)];
  Y.applyUpdate(raw, sent);
  Y.applyUpdate(clean, admitted.bytes);
  const states = [raw, clean].map(doc => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'));
  return (
    states[0] === states[1] || (admitted.droppedFormatDeletes > 0 && contentOf(raw) === contentOf(clean))
  );
}
