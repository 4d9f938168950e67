/** Tells that the plan is open, and what the child is called. */
export class PlanOpened extends Event {
  static readonly eventName = 'plan-opened';
  readonly childName: string;

  constructor(childName: string) {
    super(PlanOpened.eventName, {bubbles: true, composed: true});
    this.childName = childName;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-opened': PlanOpened;
  }
}
