import type {ParticipantId} from '@goldthread/schema';
import type {PlanFacts} from '../../sync/plan-facts.ts';

/** What somebody is called on a screen: "you", a name, or somebody where this person may not know who, or it was nobody. */
export function nameFor(
  facts: PlanFacts | null,
  id: ParticipantId | null,
  say: {readonly you: string; readonly someone: string},
): string {
  const person = facts?.people.find(one => one.id === id);
  if (person === undefined) return say.someone;
  return person.isMe ? say.you : person.name;
}
