import type {RootName} from '@goldthread/schema';

/** Tells that this person may now write in other parts than before. */
export class PlanAccessChanged extends Event {
  static readonly eventName = 'plan-access-changed';
  readonly writable: readonly RootName[];

  constructor(writable: readonly RootName[]) {
    super(PlanAccessChanged.eventName, {bubbles: true, composed: true});
    this.writable = writable;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-access-changed': PlanAccessChanged;
  }
}
