/** Asks to copy the words that are not saved. */
export class PlanWordsCopy extends Event {
  static readonly eventName = 'plan-words-copy';
  constructor() {
    super(PlanWordsCopy.eventName, {bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-words-copy': PlanWordsCopy;
  }
}
