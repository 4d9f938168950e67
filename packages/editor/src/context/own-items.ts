import {
  accessFor,
  isItemTypeName,
  type CompartmentId,
  type ItemFacts,
  type ItemId,
  type ItemTypeName,
  type ParticipantId,
  type RootName,
} from '@goldthread/schema';
import type {PlanFacts} from '../sync/plan-facts.ts';

/** Whose an item is, as far as the reader's own view of the plan says. */
export interface Ownership {
  readonly isMine: boolean;
  readonly isTypedByMe: boolean;
  readonly isVerbatim: boolean;
  readonly isReadBack: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads from the reader's own view (Plan JSON) whose each item is. Anything that can't be read is left out. */
export function readOwnership(view: unknown, facts: PlanFacts): ReadonlyMap<string, Ownership> {
  const found = new Map<string, Ownership>();
  const me = listOf(fieldsOf(view)['participants']).find(isMe(facts));
  const key = me === undefined ? undefined : me['key'];
  if (typeof key !== 'string') return found;
  const {sections, signsOfSafety, threeHouses} = fieldsOf(view);
  for (const group of [sections, signsOfSafety, threeHouses]) {
    for (const list of Object.values(fieldsOf(group))) {
      for (const item of listOf(list)) note(found, item, key);
    }
  }
  return found;
}

/**
 * Whether this person may write one item; `null` is a new one. It asks the one access table. An item that the view
 * doesn't name was written by somebody else since, unless it was `made` on this page.
 */
export function mayWriteItem(
  facts: PlanFacts,
  root: RootName,
  own: ReadonlyMap<string, Ownership>,
  made: ReadonlySet<string>,
  id: ItemId | null,
  type: ItemTypeName,
): boolean {
  if (id === null || made.has(id)) return true;
  const item = itemFacts(facts.me.id, id, type, own.get(id));
  const kind = root.startsWith('house:') ? 'voice' : 'shared';
  // The document's session has said that the root may be written; only the item is in question here.
  const compartment = {
    id: '' as CompartmentId,
    kind,
    coWriting: {[root]: true},
    scribes: [facts.me.id],
  } as const;
  const participant = {...facts.me, key: '', hiddenFrom: []};
  return accessFor(participant, facts.stage, compartment, root, item) === 'write';
}

function itemFacts(
  me: ParticipantId,
  id: ItemId,
  type: ItemTypeName,
  known: Ownership | undefined,
): ItemFacts {
  return {
    id,
    type,
    owner: known?.isMine === true ? me : null,
    typedBy: known?.isTypedByMe === true ? me : null,
    verbatim: known?.isVerbatim ?? false,
    readBack: known?.isReadBack ?? false,
  };
}

function note(found: Map<string, Ownership>, item: Fields, key: string): void {
  const {id, type, ownedBy, typedBy, mode, readBack} = item;
  if (typeof id !== 'string' || !isItemTypeName(type)) return;
  found.set(id, {
    isMine: ownedBy === key,
    isTypedByMe: typedBy === key,
    isVerbatim: mode === 'verbatim',
    isReadBack: readBack === true,
  });
}

function isMe(facts: PlanFacts): (person: Fields) => boolean {
  const {name, role, relationship} = facts.me;
  return person =>
    person['name'] === name && person['role'] === role && person['relationship'] === relationship;
}

function fieldsOf(value: unknown): Fields {
  // Any object can be asked for any field; what it holds stays unknown.
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}
