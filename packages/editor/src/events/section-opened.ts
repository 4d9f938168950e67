import type {RootName} from '@goldthread/schema';

/** Tells that the person is now in another part of the plan. */
export class PlanSectionOpened extends Event {
  static readonly eventName = 'plan-section-opened';
  readonly root: RootName;

  constructor(root: RootName) {
    super(PlanSectionOpened.eventName, {bubbles: true, composed: true});
    this.root = root;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-section-opened': PlanSectionOpened;
  }
}
