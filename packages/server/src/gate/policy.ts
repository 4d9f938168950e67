import type {RootName} from '@goldthread/schema';

/** The bounds that one update has to keep. */
export interface GateLimits {
  /** Most bytes of one update. */
  readonly bytes: number;
  /** Most clock units (characters, elements, attributes, deleted gaps) that one update may bring. */
  readonly length: number;
  /** Most structs that one update may name; each costs far more than the characters in it. */
  readonly structs: number;
}

/** Bounds that no person reaches by writing and that one update can't hurt the server within. */
export const GATE_LIMITS: GateLimits = {bytes: 1024 * 1024, length: 1_000_000, structs: 20_000};

/**
 * What the gate asks about the person who sends and the document that would change. Built by the caller from
 * records as they are now; every answer is immediate and nothing in it comes from the update or the document.
 */
export interface GatePolicy {
  /** Whether this Yjs client id was issued to the sender for this document. */
  isOwnClient(clientId: number): boolean;
  /** Whether the document has a root of this name. */
  isKnownRoot(root: string): root is RootName;
  /** Whether the sender may change anything below this root. */
  mayWriteRoot(root: RootName): boolean;
  /** Whether elements of this name may stand directly below this root. */
  allowsItemType(root: RootName, typeName: string): boolean;
  /**
   * Whether the sender may write, delete or bring in this item.
   * @param itemId the item's `id`, which has no record yet where the item is new; null where it has no id
   * @param beside the root beside which a new withheld item is to stand, if it says one
   */
  mayWriteItem(root: RootName, itemId: string | null, typeName: string, beside?: RootName): boolean;
  /** Whether an item of this id is recorded in another compartment (`DUPLICATE_ID`). */
  isKnownItemElsewhere(id: string): boolean;
  /**
   * Whether something in this document may refer to this id: an item or attachment of the same document, of
   * `shared` or of `voice`. Ids of other compartments answer exactly as ids that don't exist.
   */
  isKnownReference(id: string): boolean;
  /** Whether this id is that of an item of `shared` or `voice`: all that an anchor or a `shapes` link may lead to. */
  isOpenReference(id: string): boolean;
  readonly limits: GateLimits;
}
