import {mayKnowOf, type PlanId} from '@goldthread/schema';
import {isInForce, readerOf} from '../storage/index.ts';
import type {Hiding, ParticipantRecord, SessionRecord, WithholdingRecord} from '../storage/index.ts';
import {planFacts, type PlanFacts} from './plan-facts.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** From whom a person is hidden once a decision about them is written; `null` where that changes nothing. */
export function hidingOf(record: WithholdingRecord, facts: PlanFacts): Hiding | null {
  const person = facts.everyone.find(({id}) => id === record.personId);
  if (person === undefined) return null;
  const named = record.hiddenFrom.map(({id}) => id);
  const others = person.hiddenFrom.filter(id => !named.includes(id));
  const from = isInForce(record) ? [...others, ...named] : others;
  const isSame = from.length === person.hiddenFrom.length && from.every(id => person.hiddenFrom.includes(id));
  return isSame ? null : {participantId: person.id, from};
}

/**
 * Lets a change take effect from whom somebody is hidden: ends the screens of theirs that would tell of them, decides anew about
 * every socket, and tells each session whose list of people is another one now. `before` are the facts from before.
 */
export async function afterHiding(
  ports: WithholdingPorts,
  planId: PlanId,
  {participantId}: Hiding,
  before: PlanFacts,
): Promise<void> {
  const {storage, sync, clock} = ports;
  const now = await planFacts(ports, planId);
  const [was, is] = [before, now].map(({everyone}) => everyone.find(({id}) => id === participantId));
  if (was === undefined || is === undefined) return;
  const sessions = (await storage.sessions(planId)).filter(one => one.endedAt === null);
  for (const session of sessions) if (tellsOf(session, is)) await storage.endSession(session.id, clock.now());
  await sync.changed(planId);
  for (const session of sessions) {
    const reader = readerOf(session.participantId, session, now.people);
    if (reader !== null && mayKnowOf(reader, was) !== mayKnowOf(reader, is))
      await sync.tellSession(planId, session.id, [
        'people',
        'positions',
        'comments',
        'disagreements',
        'traces',
        'ratings',
        'sessions',
      ]);
  }
}

/** Whether a screen shows somebody to a room who is hidden from somebody there: whoever holds it is always on it. */
function tellsOf({participantId, present, hasStranger}: SessionRecord, person: ParticipantRecord): boolean {
  if (present === null || participantId !== person.id || person.hiddenFrom.length === 0) return false;
  return hasStranger || present.some(id => person.hiddenFrom.includes(id));
}
