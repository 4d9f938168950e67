import type {FactValue} from '../prosemirror/item-facts-event.ts';

/** Tells that a person set one fact; null takes it away. */
export class PlanFieldChange extends Event {
  static readonly eventName = 'plan-field-change';
  readonly name: string;
  readonly value: FactValue;

  constructor(name: string, value: FactValue) {
    super(PlanFieldChange.eventName, {bubbles: true, composed: true});
    this.name = name;
    this.value = value;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-field-change': PlanFieldChange;
  }
}
