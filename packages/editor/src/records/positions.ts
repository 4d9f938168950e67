import {
  STANCES,
  type CompartmentId,
  type CopyReason,
  type ItemId,
  type ParticipantId,
  type Stance,
} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, idsOf, idOf, listOf, momentOf, oneOf, textOf, textOrNull} from './read.ts';

/** What a party said of an item once. */
export interface PartyAnswer {
  readonly stance: Stance;
  readonly words: string;
  readonly by: ParticipantId | null;
  /** The name of whoever said it for the party. */
  readonly byName: string | null;
  readonly at: Date | null;
}

/** How a party stands to an item now. */
export interface Position extends PartyAnswer {
  readonly item: string;
  /** What a plan file calls the party. */
  readonly party: string;
  readonly name: string;
  /** How often it was said. */
  readonly version: number;
  /** The item says something else now. */
  readonly isBeforeLastChange: boolean;
  /** The days on which the side was asked, where it said nothing. */
  readonly tries: readonly string[];
  /** Newest first. */
  readonly earlier: readonly PartyAnswer[];
}

/** A party of the plan. */
export interface PlanParty {
  readonly key: string;
  readonly kind: 'child' | 'person' | 'agency';
  readonly name: string;
  readonly people: readonly ParticipantId[];
  /** Withheld documents that it receives, of those that this reader receives. */
  readonly compartments: readonly CompartmentId[];
}

/** What everybody thinks, as far as a reader may know. */
export interface Agreement {
  readonly positions: readonly Position[];
  readonly parties: readonly PlanParty[];
}

/** An answer that is about to be given. */
export interface NewAnswer {
  readonly party: ParticipantId;
  readonly stance: Stance;
  readonly words: string;
  readonly expectedVersion: number;
  readonly copyReason?: CopyReason;
}

/** Asks what everybody thinks. */
export function listAgreement(http: PlanHttp): Promise<RecordAnswer<Agreement>> {
  return askPlan(http, ['GET', '/records?kinds=positions'], readAgreement);
}

/** Says what this person's own side thinks of an item. */
export async function giveAnswer(
  http: PlanHttp,
  item: ItemId,
  answer: NewAnswer,
): Promise<RecordAnswer<Position>> {
  return askPlan(http, ['PUT', `/positions/${encodeURIComponent(item)}`], readPosition, answer);
}

/** Reads what one's own side says, which an answer was refused for; null if it says nothing. */
export function readOther(body: unknown): (PartyAnswer & {readonly version: number}) | null {
  const answer = readAnswer(body);
  return answer === null ? null : {...answer, version: versionOf(body)};
}

function readAgreement(body: unknown): Agreement | null {
  const {positions, parties} = fieldsOf(body);
  if (!Array.isArray(positions) || !Array.isArray(parties)) return null;
  return {
    positions: listOf(positions).flatMap(one => readPosition(one) ?? []),
    parties: listOf(parties).flatMap(one => readParty(one) ?? []),
  };
}

function readPosition(body: unknown): Position | null {
  const fields = fieldsOf(body);
  const answer = readAnswer(body);
  const item = textOf(fields['item']);
  if (answer === null || item === '') return null;
  return {
    ...answer,
    item,
    party: textOf(fields['party']),
    name: textOf(fields['name']),
    version: versionOf(body),
    isBeforeLastChange: fields['isBeforeLastChange'] === true,
    tries: listOf(fields['tries']).map(one => textOf(fieldsOf(one)['on'])),
    earlier: listOf(fields['earlier']).flatMap(one => readAnswer(one) ?? []),
  };
}

function versionOf(body: unknown): number {
  const {version} = fieldsOf(body);
  return typeof version === 'number' ? version : 0;
}

function readAnswer(body: unknown): PartyAnswer | null {
  const fields = fieldsOf(body);
  const stance = oneOf(STANCES, fields['stance']);
  if (stance === null) return null;
  return {
    stance,
    words: textOf(fields['words']),
    by: idOf(fields['by']),
    byName: textOrNull(fields['byName']),
    at: momentOf(fields['at']),
  };
}

function readParty(body: unknown): PlanParty | null {
  const fields = fieldsOf(body);
  const kind = oneOf(['child', 'person', 'agency'], fields['kind']);
  if (kind === null) return null;
  return {
    kind,
    key: textOf(fields['key']),
    name: textOf(fields['name']),
    people: idsOf(fields['people']),
    compartments: idsOf(fields['compartments']),
  };
}
