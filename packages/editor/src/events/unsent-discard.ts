/** Asks to let go of kept words. */
export class PlanUnsentDiscard extends Event {
  static readonly eventName = 'plan-unsent-discard';
  readonly unsentId: string;

  constructor(unsentId: string) {
    super(PlanUnsentDiscard.eventName, {bubbles: true, composed: true, cancelable: true});
    this.unsentId = unsentId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-unsent-discard': PlanUnsentDiscard;
  }
}
