import type {ParticipantId} from '@goldthread/schema';
import {roomFlag, setRoomFlag} from '../../controllers/room-flag.ts';
import type {Room} from '../../records/room.ts';

/**
 * What a tab keeps of a room: ids only, no word of the plan and no token. After a reload the room is opened anew with
 * it, by the session that the browser or the embedding page holds, so that nobody's own view comes up before a room.
 */
export interface RoomMemory {
  keep(room: Room): void;
  kept(): Room | null;
  forget(): void;
}

/** The memory of this tab for one plan. `session`: whose words are presented there; empty where it is the plan. */
export function roomMemory(planId: string, session = ''): RoomMemory {
  return {
    keep: ({present, others}) => setRoomFlag(planId, JSON.stringify({present, others, session})),
    kept: () => readRoom(roomFlag(planId)),
    forget: () => setRoomFlag(planId, null),
  };
}

/** Which session with the child this tab presents to a room; empty where it presents none. */
export function sessionShown(planId: string): string {
  const [, session = ''] = /"session":"([\w-]+)"/.exec(roomFlag(planId) ?? '') ?? [];
  return session;
}

function readRoom(text: string | null): Room | null {
  if (text === null) return null;
  try {
    const {present, others} = JSON.parse(text) as Partial<Record<keyof Room, unknown>>;
    const ids = Array.isArray(present) ? present.filter(id => typeof id === 'string') : [];
    // Ids that a tab kept are only sent on, and looked up there.
    return {present: ids as ParticipantId[], others: others === true};
  } catch {
    // What can't be read is a room all the same: the strictest.
    return {present: [], others: true};
  }
}
