/** Tells a page around the plan that everything typed is on disk at the server. */
export class PlanSaved extends Event {
  static readonly eventName = 'plan-saved';
  readonly at: Date;

  constructor(at: Date) {
    super(PlanSaved.eventName, {bubbles: true, composed: true});
    this.at = at;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-saved': PlanSaved;
  }
}
