import type {ParticipantId} from '../base/ids.ts';
import type {Decider, HiddenPerson, WithheldFacts} from './decision.ts';
import {isChildsWords} from './decision.ts';

/**
 * The readers of a withholding for which nobody named any: the people on the plan now, less those it is withheld from.
 * Somebody who is hidden from another reader is left out too: the list of readers would tell that they are there.
 */
export function defaultAudience(
  people: readonly Decider[],
  hiddenFrom: readonly HiddenPerson[],
): ParticipantId[] {
  const hidden = new Set(hiddenFrom.map(person => person.id));
  const left = people.filter(person => !hidden.has(person.id));
  const ids = new Set(left.map(person => person.id));
  return left.filter(person => !person.hiddenFrom.some(id => ids.has(id))).map(person => person.id);
}

/** The readers of one item: a child always reads their own words, whoever wrote the list (ruling 4). */
export function withChild(
  audience: readonly ParticipantId[],
  item: WithheldFacts,
  people: readonly Decider[],
): ParticipantId[] {
  const child = people.find(person => person.role === 'child');
  const isMissing = child !== undefined && isChildsWords(item, people) && !audience.includes(child.id);
  return isMissing ? [...audience, child.id] : [...audience];
}
