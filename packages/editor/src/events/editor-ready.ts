import type {RootName} from '@goldthread/schema';

/** Tells that a part of the plan has its editor now. */
export class PlanEditorReady extends Event {
  static readonly eventName = 'plan-editor-ready';
  readonly root: RootName;

  constructor(root: RootName) {
    super(PlanEditorReady.eventName, {bubbles: true});
    this.root = root;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-editor-ready': PlanEditorReady;
  }
}
