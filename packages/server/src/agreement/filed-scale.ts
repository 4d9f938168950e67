import {
  newId,
  type CompartmentId,
  type ItemId,
  type PlanId,
  type RandomBytes,
  type RatingId,
  type ScaleId,
} from '@goldthread/schema';
import type {ParticipantRecord, Rating, ScaleRecord} from '../storage/index.ts';

/** A scale with the newest numbers on it, as a plan file or an older version of this server wrote it. */
export interface FiledScale {
  /** What it is about, by its id on this server. */
  readonly about?: string | undefined;
  readonly zero: string;
  readonly ten: string;
  readonly ratings: readonly {
    readonly party: string;
    readonly value: number;
    readonly on?: string | undefined;
    readonly words?: string | undefined;
    readonly whyNotLower?: string | undefined;
    readonly oneHigher?: string | undefined;
  }[];
}

/** A filed scale as a record. Its readers know its numbers, so they were shown to them. */
export function scaleOf(
  random: RandomBytes,
  people: readonly ParticipantRecord[],
  {about, zero, ten, ratings: filed}: FiledScale,
  {at, ...place}: {readonly planId: PlanId; readonly compartmentId: CompartmentId; readonly at: number},
): ScaleRecord {
  const ratings = filed.map((one): Rating => {
    const person = people.find(({key}) => key === one.party);
    return {
      id: newId<RatingId>(random),
      rater: person === undefined ? `agency:${one.party}` : `person:${person.id}`,
      sessionId: null,
      at: one.on === undefined ? null : Date.parse(one.on),
      value: one.value,
      words: one.words ?? '',
      whyNotLower: one.whyNotLower ?? '',
      oneHigher: one.oneHigher ?? '',
    };
  });
  const reveal = {by: null, at, ratings: ratings.map(({id}) => id)};
  const of = about === undefined ? {} : {about: about as ItemId};
  return {id: newId<ScaleId>(random), ...place, ...of, zero, ten, madeAt: at, ratings, reveals: [reveal]};
}
