import {
  accessFor,
  mayBring,
  newId,
  QUOTES,
  type CompartmentId,
  type ItemId,
  type ItemTypeName,
  type ParticipantId,
  type RootName,
} from '@goldthread/schema';
import type {PlanFacts} from '../sync/plan-facts.ts';
import type {ItemIndex} from './item-index.ts';

/** Rights on the items of one root; `null` is an item that doesn't exist yet. */
type RightsOnItems = (id: ItemId | null, type: ItemTypeName) => boolean;

/**
 * Says which items a person may write where each item has an owner: those that the server named as theirs and those
 * that were made on this page. It serves the page only; the server decides again on every update.
 */
export class OwnItems {
  readonly #index: () => ItemIndex;
  readonly #made = new Set<string>();
  /** What was answered before: the same answer is the same object, so that no section is drawn anew for it. */
  readonly #rights = new WeakMap<PlanFacts, Map<RootName, RightsOnItems>>();
  #version = {facts: null as PlanFacts | null, index: null as ItemIndex | null, text: ''};

  /** `index` answers with the items that the reader receives now. */
  constructor(index: () => ItemIndex) {
    this.#index = index;
  }

  /** Rights on the items of one root, for its editor; `null` is a new item. It asks the one access decision. */
  rightsIn(facts: PlanFacts, root: RootName): RightsOnItems {
    const known = this.#rights.get(facts) ?? new Map<RootName, RightsOnItems>();
    this.#rights.set(facts, known);
    const rights = known.get(root) ?? this.#makeRights(facts, root);
    known.set(root, rights);
    return rights;
  }

  #makeRights(facts: PlanFacts, root: RootName): RightsOnItems {
    return (id, type) => {
      if (id === null) return mayBring(...around(facts, root), type);
      if (this.isMade(id)) return true;
      const item = this.#index().byId.get(id);
      // What is quoted stays as it was said, for the child too.
      if (item?.links.some(({rel}) => rel === QUOTES)) return false;
      const owner = facts.ownItems.includes(id) ? facts.me.id : null;
      const verbatim = item?.isVerbatim ?? false;
      return accessToItem(facts, root, {id, type, owner, verbatim}) === 'write';
    };
  }

  /** Whether an item was made on this page, by this person. */
  isMade(id: ItemId): boolean {
    return this.#made.has(id);
  }

  /** A new id for an item that is made on this page. */
  readonly newItemId = (): ItemId => {
    const id = newId<ItemId>(length => crypto.getRandomValues(new Uint8Array(length)));
    this.#made.add(id);
    return id;
  };

  /** Changes when the answers may, so that editors ask for rights again. */
  version(facts: PlanFacts): string {
    const index = this.#index();
    if (this.#version.facts !== facts || this.#version.index !== index) {
      const {me, stage, ownItems} = facts;
      const verbatim = index.items.flatMap(one => (one.isVerbatim ? [one.id] : []));
      this.#version = {facts, index, text: [me.role, stage, ...ownItems, '', ...verbatim].join(' ')};
    }
    return this.#version.text;
  }
}

interface KnownItem {
  readonly id: ItemId;
  readonly type: ItemTypeName;
  readonly owner: ParticipantId | null;
  readonly verbatim: boolean;
}

function accessToItem(facts: PlanFacts, root: RootName, item: KnownItem) {
  return accessFor(...around(facts, root), {...item, typedBy: null, readBack: false});
}

/** Who asks about which root, as far as the page can know. */
function around(facts: PlanFacts, root: RootName) {
  // The document's session has said that the root may be written; only the item is in question here.
  const compartment = {
    id: '' as CompartmentId,
    kind: root.startsWith('house:') ? 'voice' : 'shared',
    coWriting: {[root]: true},
    scribes: [facts.me.id],
  } as const;
  return [{...facts.me, key: '', hiddenFrom: []}, facts.stage, compartment, root] as const;
}
