import {
  accessFor,
  mayBring,
  type CompartmentId,
  type ItemId,
  type ItemTypeName,
  type RootName,
} from '@goldthread/schema';
import type {OwnItems} from '../../context/own-items.ts';
import type {OpenDoc, PlanSource} from '../../context/plan-source.ts';

/** A withheld item as far as rights on it go; without an id it doesn't exist yet. */
export interface ItemBeside {
  readonly id: ItemId | null;
  readonly type: ItemTypeName;
  readonly verbatim: boolean;
}

/**
 * Whether this person may write withheld items beside a root, or one of them. It serves the page only; the server
 * decides again on every update.
 */
export function mayWriteBeside(
  source: PlanSource,
  own: OwnItems,
  open: OpenDoc,
  root: RootName,
  {id, type, verbatim}: ItemBeside,
): boolean {
  const {facts} = source;
  if (facts === null || !open.mayWrite('items')) return false;
  if (id !== null && own.isMade(id)) return true;
  const isOpen = source.docFor(root)?.writableRoots.includes(root) ?? false;
  const compartment = {
    id: '' as CompartmentId,
    kind: 'withheld',
    coWriting: {[root]: isOpen},
    audience: [facts.me.id],
    scribes: isOpen ? [facts.me.id] : [],
  } as const;
  const owner = id !== null && facts.ownItems.includes(id) ? facts.me.id : null;
  const known =
    id === null ? undefined : {id, type, owner, verbatim, anchorRoot: root, typedBy: null, readBack: false};
  const participant = {...facts.me, key: '', hiddenFrom: []};
  return known === undefined
    ? mayBring(participant, facts.stage, compartment, root, type)
    : accessFor(participant, facts.stage, compartment, root, known) === 'write';
}
