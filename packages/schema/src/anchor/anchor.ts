import type {ItemId} from '../base/ids.ts';
import type {RootName} from '../plan/root.ts';

/** Beside what a withheld item stands, as its element says. */
export interface Anchor {
  /** The section, column or house in which it stands. */
  readonly root: RootName;
  /** Whether it stands at the start of the section. */
  readonly isAtStart: boolean;
  /** The item after which it stands, if it says one. */
  readonly item: ItemId | null;
  /** The place after that item as Yjs keeps it, or null if there is none that could be read. */
  readonly at: Uint8Array | null;
  /** The first words of that item. */
  readonly quote: string;
}

/**
 * How sure its place is. `exact`: where it was put. `moved`: its neighbour is gone from there, and the place is where
 * that was or where those words are now. `loose`: nothing of its place is left, and it stands at the end.
 */
export type AnchorState = 'exact' | 'moved' | 'loose';

/** Where a withheld item stands now. */
export interface AnchoredPlace {
  readonly root: RootName;
  /** How far down the root the item after which it stands is; -1 at the start of the section. */
  readonly afterIndex: number;
  readonly state: AnchorState;
}
