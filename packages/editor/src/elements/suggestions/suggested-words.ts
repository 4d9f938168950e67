import type {ItemTypeName} from '@goldthread/schema';
import type {OpenDoc} from '../../context/plan-source.ts';
import {ItemFactsEvent} from '../../prosemirror/item-facts-event.ts';
import type {ItemEditor} from '../../prosemirror/islands/item-editor.ts';
import type {Proposal} from '../../records/proposals.ts';
import {itemCalled} from '../agreement/agreement-store.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {firstName} from '../plan/view-model.ts';
import {itemEditorCode} from './item-editor-code.ts';
import {elementIn} from './standing-words.ts';
import {putIn, type TypedWords} from './typed-words.ts';

/** The editor in which a side types what it suggests, in the light DOM of the element that shows it. */
export class SuggestedWords {
  readonly #host: HTMLElement;
  readonly #onNews: () => void;
  #mount: Awaited<ReturnType<typeof itemEditorCode>>['mountItem'] | null = null;
  readonly #place = document.createElement('div');
  /** Where the editor tells of facts; its owner draws them. */
  readonly #facts = document.createElement('div');
  #told: ItemFactsEvent | null = null;
  #editor: ItemEditor | null = null;

  /** @param onNews called when the code of the editor has come, for the editor to be shown then, and when facts are others */
  constructor(host: HTMLElement, onNews: () => void) {
    this.#host = host;
    this.#onNews = onNews;
    this.#place.slot = 'words';
    this.#facts.hidden = true;
    this.#facts.addEventListener(ItemFactsEvent.type, this.#onFacts);
    this.#place.className = 'goldthread-words goldthread-suggested';
  }

  /** Brings the editor up where this person may type, and lets it go where they may no more. */
  show(plan: PlanHost, open: OpenDoc, proposal: Proposal, itemType: ItemTypeName, label: string): void {
    const element = open.writableRoots.includes(proposal.root)
      ? elementIn(open.doc, proposal.wordingId)
      : null;
    if (this.#editor !== null && this.#editor.element === element) {
      this.#editor.refresh();
      return;
    }
    this.unmount();
    if (element === null) return;
    if (this.#mount === null) {
      void this.#load();
      return;
    }
    this.#host.append(this.#place, this.#facts);
    this.#editor = this.#mount(this.#place, {
      docSession: open,
      root: proposal.root,
      element,
      itemId: itemCalled(proposal.wordingId),
      itemType,
      label,
      emptyPrompt: label,
      people: () =>
        plan.source?.presence.map(({id, name, hand}) => ({id, name: firstName(name), hand})) ?? [],
      mayWrite: () => true,
      facts: this.#facts,
      leave: () => false,
      remove: () => undefined,
    });
  }

  /** The facts as they are suggested, and how they are changed; null where nobody may. */
  get facts(): ItemFactsEvent | null {
    return this.#told;
  }

  readonly #onFacts = (event: ItemFactsEvent): void => {
    // The section around would draw the line of an item of the plan.
    event.stopPropagation();
    this.#told = event;
    this.#onNews();
  };

  async #load(): Promise<void> {
    this.#mount = (await itemEditorCode()).mountItem;
    this.#onNews();
  }

  /** Brings the focus there, and words that were typed before. False where there is no editor to take them. */
  focus(typed: TypedWords | null): boolean {
    const editor = this.#editor;
    if (editor === null) return false;
    editor.focusAt('end');
    if (typed !== null) editor.view.dispatch(putIn(editor.view.state, typed));
    return true;
  }

  unmount(): void {
    this.#editor?.destroy();
    this.#editor = null;
    this.#place.replaceChildren();
    this.#place.remove();
    this.#facts.remove();
    this.#told = null;
  }
}
