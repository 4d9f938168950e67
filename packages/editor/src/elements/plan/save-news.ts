import type {LitElement} from 'lit';
import {PlanSaved} from '../../events/saved.ts';
import {PlanUnsaved} from '../../events/unsaved.ts';
import type {SaveState} from '../../sync/save-state.ts';
import type {PlanHeader} from '../header/header.ts';

/** Between these a plan goes with each key, and nothing in its frame but the save line tells them apart. */
const EACH_KEY: ReadonlySet<SaveState['kind']> = new Set(['saving', 'saved']);

/** Tells the page around a plan each time that what was typed becomes safe, or stops being so. */
export class SaveNews {
  readonly #plan: EventTarget & Pick<LitElement, 'renderRoot' | 'requestUpdate'>;
  #kind: SaveState['kind'] = 'connecting';

  constructor(plan: EventTarget & Pick<LitElement, 'renderRoot' | 'requestUpdate'>) {
    this.#plan = plan;
  }

  /** To be called when nothing else of the session has changed: draws the save line, and all of the frame if need be. */
  show(save: SaveState): void {
    const isEachKey = EACH_KEY.has(save.kind) && EACH_KEY.has(this.#kind);
    const header = this.#plan.renderRoot.querySelector<PlanHeader>('goldthread-header');
    if (isEachKey && header !== null) header.showSave(save);
    else this.#plan.requestUpdate();
    this.follow(save);
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
