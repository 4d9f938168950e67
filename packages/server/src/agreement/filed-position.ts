import {newId, partyCalled, type PositionId, type RandomBytes, type Stance} from '@goldthread/schema';
import type {PositionRecord} from '../storage/index.ts';

/** What somebody said of an item, as a plan file or an older version of this server wrote it. */
export interface FiledPosition {
  readonly item: string;
  readonly party: string;
  readonly by?: string | undefined;
  readonly stance: Stance;
  readonly words?: string | undefined;
  readonly on?: string | undefined;
}

/** The people whom a file calls by keys and agencies. */
type People = Parameters<typeof partyCalled>[0];

/** A filed position as a record of an item; `null` where its party is nobody of the plan. */
export function positionOf(
  random: RandomBytes,
  people: People,
  filed: FiledPosition,
  place: Pick<PositionRecord, 'planId' | 'compartmentId' | 'itemId' | 'saw'>,
): PositionRecord | null {
  const party = partyCalled(people, filed.party);
  if (party === null) return null;
  const speaker = people.find(({key}) => key === (filed.by ?? filed.party));
  return {
    id: newId<PositionId>(random),
    ...place,
    party,
    by: speaker?.id ?? null,
    sessionId: null,
    at: filed.on === undefined ? null : Date.parse(filed.on),
    stance: filed.stance,
    words: filed.words ?? '',
  };
}
