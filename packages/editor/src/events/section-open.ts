import type {RootName} from '@goldthread/schema';

/** Asks to go to a part of the plan. */
export class PlanSectionOpen extends Event {
  static readonly eventName = 'plan-section-open';
  readonly root: RootName;
  readonly item: string | null;

  constructor(root: RootName, item: string | null) {
    super(PlanSectionOpen.eventName, {bubbles: true, composed: true, cancelable: true});
    this.root = root;
    this.item = item;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-section-open': PlanSectionOpen;
  }
}
