import {mayKnowOf, type ParticipantId, type Reader} from '@goldthread/schema';

/** A room as the room itself may know it. */
export interface RoomView {
  readonly present: ParticipantId[];
  readonly others: boolean;
}

/** Who looks at a session's screen, less whoever must stay unknown to somebody there; `null` for a person's own screen. */
export function roomView(reader: Reader): RoomView | null {
  const {onlookers} = reader;
  if (onlookers === null) return null;
  const told = onlookers.people.filter(person => mayKnowOf(reader, person));
  return {present: told.map(({id}) => id), others: onlookers.hasStranger};
}
