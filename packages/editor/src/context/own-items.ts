import {
  accessFor,
  newId,
  type CompartmentId,
  type ItemId,
  type ItemTypeName,
  type ParticipantId,
  type RootName,
} from '@goldthread/schema';
import type {PlanFacts} from '../sync/plan-facts.ts';
import type {ItemIndex} from './item-index.ts';

/**
 * Says which items a person may write where each item has an owner: those that the server named as theirs and those
 * that were made on this page. It serves the page only; the server decides again on every update.
 */
export class OwnItems {
  readonly #index: () => ItemIndex;
  readonly #made = new Set<string>();

  /** `index` answers with the items that the reader receives now. */
  constructor(index: () => ItemIndex) {
    this.#index = index;
  }

  /** Rights on the items of one root, for its editor; `null` is a new item. It asks the one access decision. */
  rightsIn(facts: PlanFacts, root: RootName): (id: ItemId | null, type: ItemTypeName) => boolean {
    return (id, type) => {
      if (id === null || this.#made.has(id)) return true;
      const owner = facts.ownItems.includes(id) ? facts.me.id : null;
      const verbatim = this.#index().byId.get(id)?.isVerbatim ?? false;
      return accessToItem(facts, root, {id, type, owner, verbatim}) === 'write';
    };
  }

  /** A new id for an item that is made on this page. */
  readonly newItemId = (): ItemId => {
    const id = newId<ItemId>(length => crypto.getRandomValues(new Uint8Array(length)));
    this.#made.add(id);
    return id;
  };

  /** Changes when the answers may, so that editors ask for rights again. */
  version(facts: PlanFacts): string {
    const {me, stage, ownItems} = facts;
    const verbatim = this.#index().items.flatMap(one => (one.isVerbatim ? [one.id] : []));
    return [me.role, stage, ...ownItems, '', ...verbatim].join(' ');
  }
}

interface KnownItem {
  readonly id: ItemId;
  readonly type: ItemTypeName;
  readonly owner: ParticipantId | null;
  readonly verbatim: boolean;
}

function accessToItem(facts: PlanFacts, root: RootName, item: KnownItem) {
  // The document's session has said that the root may be written; only the item is in question here.
  const compartment = {
    id: '' as CompartmentId,
    kind: root.startsWith('house:') ? 'voice' : 'shared',
    coWriting: {[root]: true},
    scribes: [facts.me.id],
  } as const;
  const participant = {...facts.me, key: '', hiddenFrom: []};
  return accessFor(participant, facts.stage, compartment, root, {...item, typedBy: null, readBack: false});
}
