/** Tells that a screen over the plan was closed. */
export class PlanScreenClose extends Event {
  static readonly eventName = 'plan-screen-close';

  constructor() {
    super(PlanScreenClose.eventName, {bubbles: true, composed: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-screen-close': PlanScreenClose;
  }
}
