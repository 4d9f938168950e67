import {partyOf, type Party} from '../access/party.ts';
import type {ParticipantId} from '../base/ids.ts';
import type {Participant} from '../plan/participant.ts';

/** One side of an agreement, with the people who speak for it. */
export interface PartyOnPlan {
  readonly party: Party;
  readonly kind: 'child' | 'person' | 'agency';
  /** What a plan file calls it: a person's key, or the name of the agency. */
  readonly key: string;
  /** The person's name, or the agency's. */
  readonly name: string;
  readonly people: readonly ParticipantId[];
}

type Member = Participant;

/** The parties to which some people belong, in the order of the people. */
export function partiesOf(people: readonly Member[]): PartyOnPlan[] {
  return [...Map.groupBy(people, partyOf)].flatMap(([party, members]) => {
    const [first] = members;
    return first === undefined ? [] : [{...namesOf(first), party, people: members.map(({id}) => id)}];
  });
}

function namesOf(member: Member): Pick<PartyOnPlan, 'kind' | 'key' | 'name'> {
  const agency = partyOf(member).startsWith('agency:') ? member.agency : undefined;
  if (agency !== undefined) return {kind: 'agency', key: agency, name: agency};
  return {kind: member.role === 'child' ? 'child' : 'person', key: member.key, name: member.name};
}

/** Whether a name stands for somebody's own party: as `partyOf` says it, as a plan file does, or by the person's id. */
export function isOwnParty(person: Participant, name: string): boolean {
  const own = partyOf(person);
  if ([own, person.id, person.key].includes(name)) return true;
  return own.startsWith('agency:') && name === person.agency;
}

/** The party that a plan file calls by a key or by the name of an agency; `null` for nobody's. */
export function partyCalled(people: readonly Member[], name: string): Party | null {
  const person = people.find(({key}) => key === name);
  if (person !== undefined) return partyOf(person);
  return people.some(({agency}) => agency === name) ? `agency:${name}` : null;
}
