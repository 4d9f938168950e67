import {PlanSaved} from '../../events/saved.ts';
import {PlanUnsaved} from '../../events/unsaved.ts';
import type {SaveState} from '../../sync/save-state.ts';

/** Tells the page around a plan each time that what was typed becomes safe, or stops being so. */
export class SaveNews {
  readonly #plan: EventTarget;
  #kind: SaveState['kind'] = 'connecting';

  constructor(plan: EventTarget) {
    this.#plan = plan;
  }

  /** To be called on every change of the session. */
  follow(save: SaveState): void {
    if (save.kind === this.#kind) return;
    this.#kind = save.kind;
    if (save.kind === 'saved') this.#plan.dispatchEvent(new PlanSaved(save.at));
    else if (save.kind !== 'connecting' && save.kind !== 'nothingToSave')
      this.#plan.dispatchEvent(new PlanUnsaved(save.kind));
  }
}
