import type {SymbolPack} from '@goldthread/schema/symbols';
import type {HouseNames, Readers} from './child-calls.ts';
import type {ChildView, How, Look} from './child-view.ts';
import type {Scanner} from './scanner.ts';
import type {KeptDrafts} from './kept-drafts.ts';
import type {House, HouseItem, HousesView} from './read-houses.ts';

/** What the pages of the child's view ask of the element that holds them. */
export interface ChildHost {
  readonly view: ChildView;
  readonly look: Look;
  readonly pack: SymbolPack;
  readonly kept: Pick<KeptDrafts, 'drafts' | 'hasStore' | 'hear' | 'endTalk'>;
  readonly isBusy: boolean;
  readonly scanner: Pick<Scanner, 'speed' | 'turn'>;
  /** What happened last, for the child to read and hear. */
  readonly said: string;
  /** The whole plan, for a child who wants to read it. */
  readonly planAddress: string;
  items(house: House): readonly HouseItem[];
  go(view: ChildView): void;
  /** Something that the host shows has changed. */
  draw(): void;
  nextLook(): void;
  /** Calls the houses so, and puts one first. */
  name(chosen: HouseNames, now: string): Promise<void>;
  listen(text: string): void;
  sound(attachment: string): Promise<Blob | null>;
  keep(how: How, house: House): Promise<void>;
  /** Whether others use this device too. */
  readonly isShared: boolean;
  /** Ends the child's session here. */
  leave(): Promise<void>;
  callForHelp(item: HouseItem): Promise<void>;
  sayRight(item: HouseItem): Promise<void>;
  share(item: HouseItem, readers: Readers, houses: HousesView): Promise<void>;
}
