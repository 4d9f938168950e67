import type {ItemId, RootName} from '@goldthread/schema';

/** What opens over the plan from another place in it, and is listed nowhere. */
type BesideScreen =
  | 'comments'
  | 'authors'
  | 'disagree'
  | 'suggested'
  | 'help'
  | 'settings'
  | 'withhold'
  | 'hidePerson'
  | 'prove'
  | 'passkey'
  | 'copies';

/** What may be listed among the things that can be opened. */
export type ListedScreen =
  | 'private'
  | 'said'
  | 'stand'
  | 'scales'
  | 'map'
  | 'safety'
  | 'viewAs'
  | 'room'
  | 'print'
  | 'session'
  | 'looked'
  | 'contacts'
  | 'glass'
  | 'confirm'
  | 'purge'
  | 'codes';

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
