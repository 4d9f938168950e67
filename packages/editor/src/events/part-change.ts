import type {FactValue} from '../prosemirror/item-facts-event.ts';

/** One entry more in an item's list, or one less; `index` counts the entries of that kind from 0. */
export type PartChange =
  | {readonly kind: 'add'; readonly part: string; readonly attributes: Readonly<Record<string, FactValue>>}
  | {readonly kind: 'remove'; readonly part: string; readonly index: number};

/** Tells that a person added an entry to a list inside an item, or took one away. */
export class PlanPartChange extends Event {
  static readonly eventName = 'plan-part-change';
  readonly change: PartChange;

  constructor(change: PartChange) {
    super(PlanPartChange.eventName, {bubbles: true, composed: true});
    this.change = change;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-part-change': PlanPartChange;
  }
}
