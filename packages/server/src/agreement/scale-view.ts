import {mayKnowOf, mayReveal, type Reader, type SessionId} from '@goldthread/schema';
import {compartmentFactsOf, type ParticipantRecord, type Rating, type ScaleRecord} from '../storage/index.ts';
import {dayOf, type PlanFacts} from '../withholding/index.ts';

/** Somebody who looks, at which session where that is known. */
export interface ScaleReader extends Reader {
  readonly session?: {readonly id: SessionId | null};
}

/** One number as somebody sees it. Times are ISO strings. */
export interface NumberView {
  readonly value: number;
  readonly at: string | null;
  readonly words: string;
  readonly whyNotLower: string;
  readonly oneHigher: string;
  /** Nobody else sees it until the numbers are shown. */
  readonly isBlind: boolean;
}

/** The newest number of one person as somebody sees it, and those before. */
export interface RatingView extends NumberView {
  /** Whose it is, as a plan file says it: the key of a person, or the name of an agency. */
  readonly party: string;
  readonly personId: string | null;
  readonly name: string;
  /** Newest first. */
  readonly earlier: readonly NumberView[];
}

/** A scale as somebody sees it. */
export interface ScaleView {
  readonly id: string;
  readonly compartmentId: string;
  readonly about: string | null;
  readonly zero: string;
  readonly ten: string;
  readonly ratings: readonly RatingView[];
  /** When numbers were last shown to everybody; `null` for never. */
  readonly revealedAt: string | null;
  readonly mayReveal: boolean;
}

/**
 * A scale as one session shows it: numbers that were shown to everybody, and the reader's own. Nothing in it depends on a number that
 * somebody else placed and nobody has shown yet (domain 4.3).
 */
export function scaleView(scale: ScaleRecord, facts: PlanFacts, reader: ScaleReader): ScaleView {
  const compartment = facts.compartments.find(({id}) => id === scale.compartmentId);
  const last = scale.reveals.at(-1);
  return {
    id: scale.id,
    compartmentId: scale.compartmentId,
    about: scale.about ?? null,
    zero: scale.zero,
    ten: scale.ten,
    ratings: ratingViews(scale, facts, reader),
    revealedAt: last === undefined ? null : isoOf(last.at),
    mayReveal:
      compartment !== undefined &&
      reader.onlookers === null &&
      mayReveal(reader, {...facts, stage: facts.plan.stage}, compartmentFactsOf(facts.plan, compartment)),
  };
}

/** Everybody's numbers that a session may show, in the order in which each was first shown or placed. */
export function ratingViews(scale: ScaleRecord, facts: PlanFacts, reader: ScaleReader): RatingView[] {
  const shown = new Set(scale.reveals.flatMap(({ratings}) => ratings));
  const known = facts.everyone.filter(one => mayKnowOf(reader, one));
  const open = scale.ratings.filter(one => shown.has(one.id));
  const blind = scale.ratings.filter(one => !shown.has(one.id) && isOwn(one, reader));
  const groups = Map.groupBy([...open, ...blind], one => one.rater);
  return [...groups].flatMap(([rater, list]) => {
    const who = namesOf(rater, known);
    const [newest, ...earlier] = list.toReversed().map(one => numberView(one, !shown.has(one.id)));
    return who === null || newest === undefined ? [] : [{...who, ...newest, earlier}];
  });
}

/** On no screen that others look at, and where it isn't sure who sits there only in the session in which it was placed. */
function isOwn(
  {rater, sessionId}: Rating,
  {participant, isConfirmed, onlookers, session}: ScaleReader,
): boolean {
  if (rater !== `person:${participant.id}` || onlookers !== null) return false;
  return isConfirmed || (sessionId !== null && sessionId === session?.id);
}

function namesOf(
  rater: Rating['rater'],
  known: readonly ParticipantRecord[],
): Pick<RatingView, 'party' | 'personId' | 'name'> | null {
  const person = known.find(({id}) => rater === `person:${id}`);
  if (person !== undefined) return {party: person.key, personId: person.id, name: person.name};
  const agency = known.find(one => one.agency !== undefined && rater === `agency:${one.agency}`)?.agency;
  return agency === undefined ? null : {party: agency, personId: null, name: agency};
}

function numberView({value, at, words, whyNotLower, oneHigher}: Rating, isBlind: boolean): NumberView {
  return {value, at: at === null ? null : isoOf(at), words, whyNotLower, oneHigher, isBlind};
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}

/** A scale as a plan file says it, with the newest number of each. `audience` are its readers, by their keys. */
export function fileScale(scale: ScaleRecord, facts: PlanFacts, reader: ScaleReader) {
  const audience = facts.compartments.find(({id}) => id === scale.compartmentId)?.audience ?? null;
  const readers = facts.everyone.filter(
    one => mayKnowOf(reader, one) && (audience?.includes(one.id) ?? true),
  );
  return {
    id: scale.id,
    ...(scale.about !== undefined && {about: scale.about}),
    zero: scale.zero,
    ten: scale.ten,
    ratings: ratingViews(scale, facts, reader).map(({party, value, at, words, whyNotLower, oneHigher}) => ({
      party,
      value,
      ...(at !== null && {on: dayOf(Date.parse(at))}),
      ...(words !== '' && {words}),
      ...(whyNotLower !== '' && {whyNotLower}),
      ...(oneHigher !== '' && {oneHigher}),
    })),
    audience: audience === null ? ('everyone' as const) : readers.map(({key}) => key),
  };
}
