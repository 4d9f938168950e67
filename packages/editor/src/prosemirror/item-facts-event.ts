import {ITEM_TYPES, type ItemId, type ItemTypeName, type LinkRel} from '@goldthread/schema';

/** A value that a typed attribute of an item can have; `null` removes it. */
export type FactValue = string | number | boolean | null;

/** One link of an item: what it says about which other item. */
export interface ItemLink {
  readonly rel: LinkRel;
  readonly to: ItemId;
}

/** One entry of a list that belongs to an item, such as one date or one rating. */
export interface ItemPart {
  readonly kind: string;
  readonly attributes: Readonly<Record<string, FactValue>>;
}

/** Changes to one item's typed facts. Each returns whether it was applied. */
export interface ItemEdit {
  setAttribute(name: string, value: FactValue): boolean;
  addLink(rel: LinkRel, to: ItemId): boolean;
  removeLink(rel: LinkRel, to: ItemId): boolean;
  addPart(kind: string, attributes: Readonly<Record<string, FactValue>>): boolean;
  /** `index` counts the item's parts of that kind from 0. */
  removePart(kind: string, index: number): boolean;
  remove(): boolean;
  /** Moves the item by `steps` places in its section; negative is up. */
  move(steps: number): boolean;
}

/**
 * Tells whoever draws typed fields that an item appeared or that its facts changed. `place` is the item's
 * non-editable part: draw into it, the editor never touches what is inside.
 */
export class ItemFactsEvent extends Event {
  static readonly type = 'goldthread-item-facts';
  readonly itemId: ItemId;
  readonly itemType: ItemTypeName;
  readonly attributes: Readonly<Record<string, FactValue>>;
  readonly links: readonly ItemLink[];
  readonly parts: readonly ItemPart[];
  /** The kinds of link that may lead from it. */
  readonly rels: readonly LinkRel[];
  readonly editable: boolean;
  readonly place: HTMLElement;
  readonly edit: ItemEdit;

  constructor(facts: {
    itemId: ItemId;
    itemType: ItemTypeName;
    attributes: Readonly<Record<string, FactValue>>;
    links: readonly ItemLink[];
    parts: readonly ItemPart[];
    /** Where they differ from those of its type. */
    rels?: readonly LinkRel[];
    editable: boolean;
    place: HTMLElement;
    edit: ItemEdit;
  }) {
    super(ItemFactsEvent.type, {bubbles: true, composed: true});
    this.itemId = facts.itemId;
    this.itemType = facts.itemType;
    this.attributes = facts.attributes;
    this.links = facts.links;
    this.parts = facts.parts;
    this.rels = facts.rels ?? ITEM_TYPES[facts.itemType].links;
    this.editable = facts.editable;
    this.place = facts.place;
    this.edit = facts.edit;
  }
}

declare global {
  interface HTMLElementEventMap {
    'goldthread-item-facts': ItemFactsEvent;
  }
}
