import type {ItemId, ParticipantId} from '@goldthread/schema';
import type {NewItem} from '../gate/index.ts';
import type {ItemRecord} from '../storage/index.ts';
import type {Connection} from './connection.ts';

/**
 * The records of items that an update brought in. The owner is the person of the connection, or the child for whom they write in
 * an open Three Houses session; nothing in the update has a say. An item that is known already, such as one that undo brought
 * back, keeps its record.
 */
export function newItemRecords(connection: Connection, items: readonly NewItem[], now: number): ItemRecord[] {
  const {plan, compartment} = connection.room;
  return items.flatMap(({id, type, root, beside}): ItemRecord[] => {
    if (plan.item(compartment.id, id) !== undefined) return [];
    // A private note beside a house is no word of the child's.
    const inHouse = (beside ?? root).startsWith('house:') && type !== 'note';
    const record = {
      // The gate let only well-formed ids through.
      id: id as ItemId,
      planId: plan.id,
      compartmentId: compartment.id,
      root,
      anchorRoot: beside ?? null,
      type,
      ...ownership(connection, inHouse),
      sessionId: connection.sessionId,
      verbatim: inHouse,
      readBack: false,
      createdAt: now,
    };
    return [record];
  });
}

interface Ownership {
  readonly owner: ParticipantId;
  readonly typedBy: ParticipantId | null;
}

function ownership({participantId, room}: Connection, inHouse: boolean): Ownership {
  const session = room.plan.access.voiceSession;
  if (inHouse && session !== null && session.scribe === participantId) {
    return {owner: session.speaker, typedBy: participantId};
  }
  return {owner: participantId, typedBy: null};
}
