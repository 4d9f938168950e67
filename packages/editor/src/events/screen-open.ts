import type {ItemId, RootName} from '@goldthread/schema';

/** What opens over the plan from what stands beside an item or on another screen, and is listed nowhere. */
type BesideScreen = 'comments' | 'authors' | 'disagree' | 'suggested';

/** What may be listed among the things that can be opened. */
export type ListedScreen =
  | 'help'
  | 'settings'
  | 'withhold'
  | 'hidePerson'
  | 'private'
  | 'stand'
  | 'scales'
  | 'map'
  | 'viewAs'
  | 'room'
  | 'looked'
  | 'contacts'
  | 'glass'
  | 'confirm'
  | 'prove'
  | 'purge'
  | 'passkey'
  | 'codes'
  | 'copies';

/** What opens over the plan on asking; its code comes only then. */
export type ScreenName = ListedScreen | BesideScreen;

/** Asks for a screen. `root` and `item` say what it is about, where it is about one part or one item. */
export class PlanScreenOpen extends Event {
  static readonly eventName = 'plan-screen-open';
  readonly screen: ScreenName;
  readonly root: RootName | null;
  readonly item: ItemId | null;

  constructor(screen: ScreenName, root: RootName | null = null, item: ItemId | null = null) {
    super(PlanScreenOpen.eventName, {bubbles: true, composed: true, cancelable: true});
    this.screen = screen;
    this.root = root;
    this.item = item;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-screen-open': PlanScreenOpen;
  }
}
