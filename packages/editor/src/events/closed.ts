/** Tells that the plan can no longer be shown, and why. */
export class PlanClosed extends Event {
  static readonly eventName = 'plan-closed';
  readonly reason: 'noAccess' | 'signedOut' | 'outOfDate';

  constructor(reason: 'noAccess' | 'signedOut' | 'outOfDate') {
    super(PlanClosed.eventName, {bubbles: true, composed: true});
    this.reason = reason;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-closed': PlanClosed;
  }
}
