import type {ParticipantId} from '@goldthread/schema';
import type {Room} from '../../records/room.ts';
import type {PersonOnPlan} from '../../sync/plan-facts.ts';

/** Where a room's screen is. In every one but `shown` no word of the plan is on the page. */
export type RoomStage =
  | {readonly kind: 'opening'}
  | {readonly kind: 'asking'}
  | {readonly kind: 'shown'}
  | {readonly kind: 'late'; readonly before: Room}
  | {readonly kind: 'leaving'}
  | {readonly kind: 'ended'}
  | {readonly kind: 'failed'; readonly sentence: string};

/** Whom the list offers: everybody whom the screen may tell of, but whoever holds it and whoever is there already. */
export function canArrive(people: readonly PersonOnPlan[], {present}: Room): readonly PersonOnPlan[] {
  return people.filter(person => !person.isMe && !present.includes(person.id));
}

/** The names of those who are in the room, "you" among them by name. */
export function namesIn(people: readonly PersonOnPlan[], room: Room, stranger: string): readonly string[] {
  const known = people
    .filter(person => person.isMe || room.present.includes(person.id))
    .map(({name}) => name);
  return room.others ? [...known, stranger] : known;
}

/** A room with one more person in it, or with somebody who isn't on the plan. */
export function withArrival(room: Room, who: ParticipantId | 'other'): Room {
  return who === 'other' ? {...room, others: true} : {...room, present: [...room.present, who]};
}
