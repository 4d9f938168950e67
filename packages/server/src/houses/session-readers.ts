import type {ParticipantId} from '@goldthread/schema';
import {lookFor} from '../disclosure/index.ts';
import {RequestProblem} from '../errors.ts';
import type {PlanFacts, WithholdingPorts} from '../withholding/index.ts';
import {leadOf} from './find-own.ts';

/** Who reads what is written down of a session: whoever holds it, and the lead. */
export function readersOf(facts: PlanFacts, scribe: ParticipantId): readonly ParticipantId[] {
  return [...new Set([scribe, ...leadOf(facts)])];
}

/** Ends a request that would write into a session what one of its readers may not know (E07). */
export async function demandNoValue(
  {storage}: Pick<WithholdingPorts, 'storage'>,
  facts: PlanFacts,
  writer: ParticipantId,
  texts: readonly string[],
): Promise<void> {
  const participant = facts.people.find(({id}) => id === writer);
  if (participant === undefined) throw new RequestProblem('NOT_FOUND');
  const readers = readersOf(facts, writer);
  const look = await lookFor(storage, facts, {participant, isConfirmed: true, onlookers: null}, readers);
  look.demandNoValue(texts, readers);
}
