import type {CompartmentId, ItemId} from '@goldthread/schema';
import {itemElementOf, itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {PlanSource} from '../../context/plan-source.ts';
import {listAgreement, type Agreement, type PlanParty, type Position} from '../../records/positions.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {RecordsStore} from './records-store.ts';

/** How long words have to rest before it is asked whether answers are from before them. */
const REST_MS = 1_500;

const stores = new WeakMap<PlanHost, AgreementStore>();

/** What everybody thinks of the items of one open plan; asked anew also when words to which somebody answered have changed. */
export class AgreementStore extends RecordsStore<Agreement> {
  #byItem: ReadonlyMap<string, readonly Position[]> = new Map();
  #watched = new Set<Y.Doc>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  private constructor(plan: PlanHost) {
    super(plan, 'positions', listAgreement);
    this.addEventListener('change', () => {
      this.#byItem = Map.groupBy(this.known?.positions ?? [], one => one.item);
    });
    this.follow(plan.source);
  }

  /** The one of a plan. */
  static of(plan: PlanHost): AgreementStore {
    const store = stores.get(plan) ?? new AgreementStore(plan);
    stores.set(plan, store);
    return store;
  }

  /** Whether the server has answered. */
  get isKnown(): boolean {
    return this.known !== null;
  }

  get parties(): readonly PlanParty[] {
    return this.known?.parties ?? [];
  }

  /** The party for which this person speaks. */
  get mine(): PlanParty | null {
    const me = this.source?.facts?.me.id;
    return this.parties.find(one => me !== undefined && one.people.includes(me)) ?? null;
  }

  /** Whether this person can answer on this page at all. */
  get mayAnswer(): boolean {
    const facts = this.source?.facts ?? null;
    return facts !== null && facts.stage !== 'ceased' && !this.plan.screens.isPlain && this.mine !== null;
  }

  positionsOn(item: string): readonly Position[] {
    return this.#byItem.get(item) ?? [];
  }

  /** Those who read an item, in parties. */
  partiesOn(item: string): readonly PlanParty[] {
    const compartment = this.withheldIn(item);
    return compartment === null
      ? this.parties
      : this.parties.filter(one => one.compartments.includes(compartment));
  }

  /** The withheld document in which an item stands; null for one that everybody reads. */
  withheldIn(item: string): CompartmentId | null {
    if (this.plan.index.byId.has(item)) return null;
    for (const [id, open] of this.source?.docs ?? []) {
      if (open.kind === 'withheld' && holds(open.doc, item)) return id;
    }
    return null;
  }

  override follow(source: PlanSource | null): void {
    if (source !== this.source) this.#forget();
    super.follow(source);
    if (source !== null) this.#watch(source);
  }

  #forget(): void {
    for (const doc of this.#watched) doc.off('afterTransaction', this.#onTransaction);
    this.#watched = new Set();
    this.#byItem = new Map();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #watch(source: PlanSource): void {
    for (const {doc} of source.docs.values()) {
      if (this.#watched.has(doc)) continue;
      this.#watched.add(doc);
      doc.on('afterTransaction', this.#onTransaction);
    }
  }

  /** Only words to which somebody answered make a question of theirs. */
  readonly #onTransaction = (transaction: Y.Transaction): void => {
    const isAnswered = [...transaction.changed.keys()].some(type => {
      const element = itemElementOf(type as Y.AbstractType<unknown>);
      const id = element === null ? null : itemIdOf(element);
      return id !== null && this.#byItem.has(id);
    });
    if (!isAnswered) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), REST_MS);
  };
}

function holds(doc: Y.Doc, item: string): boolean {
  return doc
    .getXmlFragment('items')
    .toArray()
    .some(child => child instanceof Y.XmlElement && itemIdOf(child) === item);
}

/** An item's id as documents and this page hold it. */
export function itemCalled(id: string): ItemId {
  // Whoever draws an item took its id out of a document.
  return id as ItemId;
}
