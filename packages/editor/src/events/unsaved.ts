import type {SaveState} from '../sync/save-state.ts';

/** Why what was typed isn't at the server: on its way, held back by the network, or refused. */
export type UnsavedKind = Exclude<SaveState['kind'], 'saved' | 'connecting' | 'nothingToSave'>;

/** Tells a page around the plan that something typed is not on disk at the server (yet). */
export class PlanUnsaved extends Event {
  static readonly eventName = 'plan-unsaved';
  readonly kind: UnsavedKind;

  constructor(kind: UnsavedKind) {
    super(PlanUnsaved.eventName, {bubbles: true, composed: true});
    this.kind = kind;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-unsaved': PlanUnsaved;
  }
}
