import {newId, type ItemId, type ItemTypeName, type RootName} from '@goldthread/schema';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {mayWriteItem, readOwnership, type Ownership} from '../context/own-items.ts';
import type {PlanFacts} from '../sync/plan-facts.ts';
import {whoAsks} from '../sync/who-asks.ts';

/**
 * Knows which items are this person's own, from the reader's view of the plan and from what was made on this page.
 * It owns that knowledge for the page's sake only: the server decides again on every update.
 */
export class OwnItemsController implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  #own: ReadonlyMap<string, Ownership> = new Map();
  readonly #made = new Set<string>();
  #asked: string | null = null;

  constructor(element: ReactiveControllerHost) {
    this.#element = element;
    element.addController(this);
  }

  hostDisconnected(): void {
    this.#asked = null;
  }

  /** Fetches the view once for a plan. Without a connection only new items can be written where each has an owner. */
  async load(origin: string, facts: PlanFacts, token: string): Promise<void> {
    const key = `${facts.planId} ${facts.me.id}`;
    if (this.#asked === key) return;
    this.#asked = key;
    try {
      const headers = whoAsks(facts.me.id, token);
      const response = await fetch(`${origin}/api/plans/${facts.planId}`, {headers, cache: 'no-store'});
      if (response.ok) this.#own = readOwnership(await response.json(), facts);
    } catch {
      // No connection, or an answer cut short: asked again with the next change of the session.
      this.#asked = null;
      return;
    }
    this.#element.requestUpdate();
  }

  /** Rights on the items of one root, for its editor. */
  rightsIn(facts: PlanFacts, root: RootName): (id: ItemId | null, type: ItemTypeName) => boolean {
    return (id, type) => mayWriteItem(facts, root, this.#own, this.#made, id, type);
  }

  /** A new id for an item that is made on this page. */
  readonly newItemId = (): ItemId => {
    const id = newId<ItemId>(length => crypto.getRandomValues(new Uint8Array(length)));
    this.#made.add(id);
    return id;
  };

  /** Changes when the knowledge does, so that editors ask for rights again. */
  get version(): ReadonlyMap<string, Ownership> {
    return this.#own;
  }
}
