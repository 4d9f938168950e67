import type {CompartmentId, CopyReason, ItemId, ParticipantId} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, idOf, listOf, momentOf, textOf} from './read.ts';

/** One number that somebody placed. */
export interface PlacedNumber {
  readonly value: number;
  readonly at: Date | null;
  readonly words: string;
  readonly whyNotLower: string;
  readonly oneHigher: string;
  /** Nobody else sees it until the numbers are shown. */
  readonly isBlind: boolean;
}

/** Somebody's newest number, and those before. */
export interface ScaleRating extends PlacedNumber {
  readonly personId: ParticipantId | null;
  readonly name: string;
  /** Newest first. */
  readonly earlier: readonly PlacedNumber[];
}

/** A scale from 0 to 10 as this reader sees it. */
export interface Scale {
  readonly id: string;
  readonly compartmentId: CompartmentId | null;
  /** The danger statement that it is for; null for the child's safety as a whole. */
  readonly about: ItemId | null;
  readonly zero: string;
  readonly ten: string;
  readonly ratings: readonly ScaleRating[];
  readonly revealedAt: Date | null;
  readonly mayReveal: boolean;
}

/** Where a scale stands and what it is about: all that the map asks of it. */
export type ScalePlace = Pick<Scale, 'compartmentId' | 'about'>;

/** A number that somebody is about to place. */
export interface NewNumber {
  readonly value: number;
  readonly whyNotLower: string;
  readonly oneHigher: string;
  /** Why words of a private note may stand in it. */
  readonly copyReason?: CopyReason;
}

export function listScales(http: PlanHttp): Promise<RecordAnswer<readonly Scale[]>> {
  return askPlan(http, ['GET', '/records?kinds=ratings'], body => {
    const {ratings} = fieldsOf(body);
    return Array.isArray(ratings) ? listOf(ratings).flatMap(one => readScale(one) ?? []) : null;
  });
}

/** Places this person's own number. */
export function placeNumber(http: PlanHttp, id: string, number: NewNumber): Promise<RecordAnswer<Scale>> {
  return askPlan(http, ['PUT', `/scales/${encodeURIComponent(id)}/rating`], readScale, number);
}

/** Shows everybody all numbers that were placed until now. */
export function revealNumbers(http: PlanHttp, id: string): Promise<RecordAnswer<Scale>> {
  return askPlan(http, ['POST', `/scales/${encodeURIComponent(id)}/reveal`], readScale, {});
}

/** Makes a scale for the readers of one document, or for everybody on the plan. */
export function makeScale(
  http: PlanHttp,
  ends: {
    zero: string;
    ten: string;
    compartmentId?: CompartmentId;
    about?: ItemId;
    copyReason?: CopyReason;
  },
): Promise<RecordAnswer<Scale>> {
  return askPlan(http, ['POST', '/scales'], readScale, ends);
}

function readScale(body: unknown): Scale | null {
  const fields = fieldsOf(body);
  const id = textOf(fields['id']);
  if (id === '') return null;
  return {
    id,
    compartmentId: idOf<CompartmentId>(fields['compartmentId']),
    about: idOf<ItemId>(fields['about']),
    zero: textOf(fields['zero']),
    ten: textOf(fields['ten']),
    ratings: listOf(fields['ratings']).flatMap(one => readRating(one) ?? []),
    revealedAt: momentOf(fields['revealedAt']),
    mayReveal: fields['mayReveal'] === true,
  };
}

function readRating(body: unknown): ScaleRating | null {
  const fields = fieldsOf(body);
  const number = readNumber(body);
  if (number === null) return null;
  return {
    ...number,
    personId: idOf<ParticipantId>(fields['personId']),
    name: textOf(fields['name']),
    earlier: listOf(fields['earlier']).flatMap(one => readNumber(one) ?? []),
  };
}

function readNumber(body: unknown): PlacedNumber | null {
  const fields = fieldsOf(body);
  const {value} = fields;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 10) return null;
  return {
    value,
    at: momentOf(fields['at']),
    words: textOf(fields['words']),
    whyNotLower: textOf(fields['whyNotLower']),
    oneHigher: textOf(fields['oneHigher']),
    isBlind: fields['isBlind'] === true,
  };
}
