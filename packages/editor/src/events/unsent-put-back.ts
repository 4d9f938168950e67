/** Asks to put kept words back into the plan. */
export class PlanUnsentPutBack extends Event {
  static readonly eventName = 'plan-unsent-put-back';
  readonly unsentId: string;

  constructor(unsentId: string) {
    super(PlanUnsentPutBack.eventName, {bubbles: true, composed: true, cancelable: true});
    this.unsentId = unsentId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-unsent-put-back': PlanUnsentPutBack;
  }
}
