import type {ItemTypeName, RootName} from '@goldthread/schema';

/** Asks for a new item at the end of a part. */
export class PlanItemAdd extends Event {
  static readonly eventName = 'plan-item-add';
  readonly root: RootName;
  readonly itemType: ItemTypeName;

  constructor(root: RootName, itemType: ItemTypeName) {
    super(PlanItemAdd.eventName, {bubbles: true, composed: true, cancelable: true});
    this.root = root;
    this.itemType = itemType;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-item-add': PlanItemAdd;
  }
}
