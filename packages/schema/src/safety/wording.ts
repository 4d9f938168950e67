import type {ItemTypeName} from '../plan/item-type.ts';
import type {MapFacts} from './rule-check.ts';

/** The three things that a danger statement says (domain 4.4). */
export type DangerPart = 'who' | 'what' | 'impact';

/**
 * What the words of an item of the safety map say that belongs to another type, or leave out of their own (domain 4.2, 4.5). Each is
 * a question to whoever writes it, and never stops anybody: words can say a thing in ways that no list knows.
 */
export type Wording = DangerPart | 'future' | 'noTime' | 'noAct' | 'course';

const WHO =
  /\b(?:is|are|am) (?:very |really |all )?(?:worried|scared|concerned|afraid)\b|\bworr(?:y|ies) that\b/i;
const WHAT =
  /\b(?:if|when|again|keeps?|continues?|carry on|carries on|next time|nothing changes|goes on|going on)\b/i;
/** What hurts a child. Small letters alone: `May` is a month. */
const HURTS = String.raw`\b(?:hurt|hit|injur\w+|burn\w*|scared|frightened|worried|sad|upset|ill|hungry|alone|lost|miss(?:es|ing)?|not (?:sleep|learn|eat|talk|feel|trust|get|grow)|think it is|fault|die|killed|taken|take \w+ away|pregnant|hide|stop \w+ing|run away|blame|lose|afraid|unsafe|found)\b`;
const IMPACT = new RegExp(String.raw`\b(?:could|might|may|will|would)\b[^.]*${HURTS}`);
/** The same, and not what somebody could not do then, or said that they would. */
const FUTURE = new RegExp(String.raw`\b(?:could (?!not)|might |may |will )[^.]*${HURTS}`);
const TIME =
  /\b(?:on|in|since|during|between|every|each|last|from) (?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|20\d\d|year|week|month|night)|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:\d+|once|twice|three|four|five|six) times\b/i;
const ACT =
  /\b(?:when|last time|that night|on \d{1,2}|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|as soon as|straight away|at once|\w+ times)\b/i;
const COURSE =
  /\b(?:attend|complete|engage|comply|cooperate|co-operate|work) (?:\w+ )?(?:with|in|on|at|to)?\b[^.]*\b(?:course|programme|program|classes|sessions|services?|agency|professionals?|social (?:worker|care)|plan|treatment|counselling|appointments?|freedom)\b|\bengage (?:with|in)\b/i;

/** What to ask whoever writes an item; nothing while it has no words, but of a danger statement all that it has to say. */
export function wordingOf(type: ItemTypeName, words: string, facts: MapFacts): readonly Wording[] {
  if (type === 'danger') return missingParts(words, facts);
  if (words.trim() === '') return [];
  const asked: readonly (readonly [Wording, boolean])[] = [
    ['future', (type === 'harm' || type === 'complicating') && FUTURE.test(words)],
    ['noTime', type === 'harm' && !FUTURE.test(words) && !saysWhen(facts) && !TIME.test(words)],
    ['noAct', type === 'existingSafety' && !saysWhen(facts) && !ACT.test(words)],
    ['course', type === 'goal' && COURSE.test(words)],
  ];
  return asked.flatMap(([wording, holds]) => (holds ? [wording] : []));
}

function missingParts(words: string, {worriedBy}: MapFacts): readonly DangerPart[] {
  const parts: readonly (readonly [DangerPart, boolean])[] = [
    ['who', (typeof worriedBy === 'string' && worriedBy.trim() !== '') || WHO.test(words)],
    ['what', WHAT.test(words)],
    ['impact', IMPACT.test(words)],
  ];
  return parts.flatMap(([part, isSaid]) => (isSaid ? [] : [part]));
}

function saysWhen({date, howOften}: MapFacts): boolean {
  return [date, howOften].some(one => typeof one === 'string' && one.trim() !== '');
}
