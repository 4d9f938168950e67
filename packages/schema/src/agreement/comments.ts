import type {ItemFacts} from '../access/facts.ts';
import type {Participant} from '../plan/participant.ts';
import type {RootName} from '../plan/root.ts';

/**
 * Whether what somebody says beside an item is an answer to a child's own words: words in a house, or a child's words that are kept as
 * they were said. What the child says there itself is none (ruling 22).
 */
export function isAnswerTo(
  {id, role}: Pick<Participant, 'id' | 'role'>,
  {owner, verbatim, anchorRoot}: Pick<ItemFacts, 'owner' | 'verbatim' | 'anchorRoot'>,
  root: RootName,
  ownersRole: Participant['role'] | null,
): boolean {
  if (id === owner || (owner === null && role === 'child')) return false;
  return (anchorRoot ?? root).startsWith('house:') || (verbatim && ownersRole === 'child');
}
