/** Asks to follow a person through the plan, or, with null, to stop. */
export class PlanPersonFollow extends Event {
  static readonly eventName = 'plan-person-follow';
  readonly participant: string | null;

  constructor(participant: string | null) {
    super(PlanPersonFollow.eventName, {bubbles: true, composed: true, cancelable: true});
    this.participant = participant;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-person-follow': PlanPersonFollow;
  }
}
