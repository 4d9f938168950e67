import type {AttributeSpecs} from './attribute.ts';
import type {LinkRel} from './link-rel.ts';
import type {PartKind} from './part.ts';

/** Every type of item. An item's element in a document bears this name, which is never removed once it was in use. */
export const ITEM_TYPE_NAMES = [
  'statement',
  'history',
  'aspiration',
  'need',
  'strength',
  'outcome',
  'provision',
  'institution',
  'budget',
  'advice',
  'harm',
  'danger',
  'complicating',
  'dispute',
  'existingSafety',
  'networkMember',
  'goal',
  'bottomLine',
  'step',
  'safetyRule',
  'trajectory',
  'note',
] as const;
export type ItemTypeName = (typeof ITEM_TYPE_NAMES)[number];

/** One type of item as data: what may be recorded about it beside its words. */
export interface ItemType {
  readonly name: ItemTypeName;
  /** What staff and families call one of these. */
  readonly label: string;
  /** Scalar fields; a dot in the name nests it in Plan JSON. None is ever required: checks ask for them. */
  readonly attributes: AttributeSpecs;
  /** The links that may lead from it. */
  readonly links: readonly LinkRel[];
  /** Its lists: one `part` element an entry, so that two people who add an entry at once both keep theirs. */
  readonly parts: Readonly<Partial<Record<PartKind, AttributeSpecs>>>;
  /** Whether it has text of its own. */
  readonly words: 'prose' | 'none';
}

/** Whether a text names a type of item. */
export function isItemTypeName(text: unknown): text is ItemTypeName {
  return ITEM_TYPE_NAMES.some(name => name === text);
}
