import type {Participant} from '../plan/participant.ts';

/**
 * One side of an agreement: the child, one parent, carer or relative, or a whole agency.
 * A position and a proposal belong to a party, so two people of one agency answer once.
 */
export type Party = 'child' | `person:${string}` | `agency:${string}`;

/** The party that a person speaks for; somebody who belongs to no agency is a party alone. */
export function partyOf(participant: Participant): Party {
  switch (participant.role) {
    case 'child':
      return 'child';
    case 'parent':
    case 'carer':
    case 'family':
      return `person:${participant.id}`;
    default:
      return participant.agency === undefined ? `person:${participant.id}` : `agency:${participant.agency}`;
  }
}
