import type {ItemId, LinkRel} from '@goldthread/schema';

/** Tells that a person linked an item to another, or took the link away. */
export class PlanLinkChange extends Event {
  static readonly eventName = 'plan-link-change';
  readonly change: 'add' | 'remove';
  readonly rel: LinkRel;
  readonly to: ItemId;

  constructor(change: 'add' | 'remove', rel: LinkRel, to: ItemId) {
    super(PlanLinkChange.eventName, {bubbles: true, composed: true});
    this.change = change;
    this.rel = rel;
    this.to = to;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-link-change': PlanLinkChange;
  }
}
