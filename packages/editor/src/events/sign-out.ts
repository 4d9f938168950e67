/** Asks to sign out and to forget this plan on this device. */
export class PlanSignOut extends Event {
  static readonly eventName = 'plan-sign-out';
  constructor() {
    super(PlanSignOut.eventName, {bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-sign-out': PlanSignOut;
  }
}
