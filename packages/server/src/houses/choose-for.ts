import type {ItemId, ParticipantId, PlanId} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import {
  isGoingOn,
  type HouseSessionItem,
  type HouseSessionRecord,
  type ItemRecord,
  type RecordChange,
} from '../storage/index.ts';
import type {WithholdingPorts} from '../withholding/index.ts';
import type {NewReaders} from './new-readers.ts';

/** What a child says of who may see something, as whoever holds the session writes it down. */
export interface ChosenForChild extends NewReaders {
  /** The child wants to show it. */
  readonly isShownByChild: boolean;
}

/** A session that somebody holds; anybody else's is as missing as one that never was. */
export async function heldSession(
  {storage}: Pick<WithholdingPorts, 'storage'>,
  planId: PlanId,
  holder: ParticipantId,
  id: string,
): Promise<HouseSessionRecord> {
  const found = (await storage.houses.sessions.of(planId)).find(one => one.id === id);
  if (found === undefined || found.scribe !== holder) throw new RequestProblem('NOT_FOUND');
  return found;
}

/** The session with an item of it as it is now, in the place of the one that it was. */
export function withItem(
  session: HouseSessionRecord,
  item: HouseSessionItem,
  before: ItemId = item.id,
): RecordChange[] {
  const isNew = session.items.every(({id}) => id !== before);
  const items = isNew ? [...session.items, item] : session.items.map(one => (one.id === before ? item : one));
  return [{kind: 'houseSession', put: {...session, items}}];
}

/**
 * What to record of a choice. It is the child's, so it is taken while the session goes on and of what was written in it alone: an
 * item that the child has put somewhere else since has another id, and is nobody's to choose for.
 */
export function choosing(
  {clock}: Pick<WithholdingPorts, 'clock'>,
  session: HouseSessionRecord,
  itemId: ItemId,
  {isShownByChild}: ChosenForChild,
): (item: ItemRecord) => RecordChange[] {
  const isOurs = session.items.some(({id}) => id === itemId);
  if (!isOurs || !isGoingOn(session, clock.now())) throw new RequestProblem('NOT_FOUND');
  return ({id}) => withItem(session, {id, isShownByChild, isAsked: true}, itemId);
}
