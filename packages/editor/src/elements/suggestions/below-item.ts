import {html, render} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Proposal} from '../../records/proposals.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import type {PlanSuggestion} from './suggestion.ts';

/** What was suggested for one item, below it, in the light DOM, where words are edited. */
export class BelowItem {
  readonly #list = document.createElement('div');

  constructor() {
    this.#list.className = 'goldthread-suggestions';
  }

  /** Shows some of what was suggested below whatever holds the line in which an element stands. */
  show(
    line: Element,
    plan: PlanHost,
    shown: readonly Proposal[],
    all: readonly Proposal[],
    name: string,
  ): void {
    const host = lightHostOf(line);
    if (host !== null && host.nextElementSibling !== this.#list) host.after(this.#list);
    render(
      repeat(
        shown,
        one => one.id,
        one =>
          html`<goldthread-suggestion
            .plan=${plan}
            .proposal=${one}
            .answered=${all.find(other => other.id === one.answersTo) ?? null}
            .name=${name}
          ></goldthread-suggestion>`,
      ),
      this.#list,
    );
  }

  remove(): void {
    this.#list.remove();
  }

  /** Lets one look again whether it is wanted. */
  look(id: string): void {
    for (const one of this.#list.querySelectorAll<PlanSuggestion>('goldthread-suggestion'))
      if (one.proposal?.id === id) one.requestUpdate();
  }
}

/** The element of the page, outside every shadow root but the section's, in which something stands. */
function lightHostOf(element: Element): Element | null {
  let current = element;
  for (;;) {
    const root = current.getRootNode();
    if (!(root instanceof ShadowRoot)) return current;
    if (root.host.closest('.goldthread-item-facts') !== null) return root.host;
    current = root.host;
  }
}
