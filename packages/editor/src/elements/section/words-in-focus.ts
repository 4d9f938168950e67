import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {WordsEditor} from '../../prosemirror/words-editor.ts';
import type {PlanIsland} from '../island/island.ts';

/**
 * Which words of a section held the focus last: those of the section, or those of a withheld item in it. The tools act
 * on them, also while the focus is on the tools.
 */
export class WordsInFocus implements ReactiveController {
  readonly #section: HTMLElement;
  readonly #own: () => WordsEditor | null;
  #last: WordsEditor | null = null;

  constructor(section: HTMLElement & ReactiveControllerHost, own: () => WordsEditor | null) {
    this.#section = section;
    this.#own = own;
    section.addController(this);
  }

  get words(): WordsEditor | null {
    return this.#last?.view.isDestroyed === false ? this.#last : this.#own();
  }

  hostConnected(): void {
    this.#section.addEventListener('focusin', this.#onFocus, {capture: true});
  }

  hostDisconnected(): void {
    this.#section.removeEventListener('focusin', this.#onFocus, {capture: true});
    this.#last = null;
  }

  readonly #onFocus = ({target}: FocusEvent): void => {
    const island = target instanceof Element ? target.closest<PlanIsland>('goldthread-island') : null;
    this.#last = island?.editor ?? this.#own();
  };
}
