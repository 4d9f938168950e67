/** Asks to try again to save. */
export class PlanSaveRetry extends Event {
  static readonly eventName = 'plan-save-retry';
  constructor() {
    super(PlanSaveRetry.eventName, {bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-save-retry': PlanSaveRetry;
  }
}
