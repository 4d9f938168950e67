import {ContextProvider} from '@lit/context';
import type {ReactiveControllerHost} from 'lit';
import {itemActsContext} from '../context/contexts.ts';
import {itemActs, NO_ACTS} from '../context/item-acts.ts';
import type {PlanFacts} from '../sync/plan-facts.ts';

/** Tells the items of a plan what the person may do about them. It owns the telling; the rule is not its own. */
export class ItemActsController {
  readonly #provider: ContextProvider<typeof itemActsContext, ReactiveControllerHost & HTMLElement>;
  readonly #isOffered: () => boolean;
  #known: PlanFacts | null = null;

  /** `isOffered` says whether there is a page that asks who can see an item. */
  constructor(element: ReactiveControllerHost & HTMLElement, isOffered: () => boolean) {
    this.#provider = new ContextProvider(element, {context: itemActsContext, initialValue: NO_ACTS});
    this.#isOffered = isOffered;
  }

  /** Says what is known now of the plan and the person. */
  follow(facts: PlanFacts | null): void {
    if (facts === this.#known) return;
    this.#known = facts;
    this.#provider.setValue(facts !== null && this.#isOffered() ? itemActs(facts) : NO_ACTS);
  }
}
