import type {ItemId, ParticipantId} from '../base/ids.ts';
import type {Role} from '../plan/participant.ts';
import type {Decider, WithholdingDecision} from '../withholding/decision.ts';

/** A person as the rules of withholding know them; say only what matters. */
export function decider(id: ParticipantId, role: Role, more: Partial<Decider> = {}): Decider {
  return {id, role, lead: false, hiddenFrom: [], ...more};
}

/** A withholding by a professional; say only what matters. */
export function decision(more: Partial<WithholdingDecision> = {}): WithholdingDecision {
  return {
    items: [{id: 'item' as ItemId, owner: null, verbatim: false}],
    personId: null,
    hiddenFrom: [],
    audience: [],
    reasonCode: 'third_party',
    legalGround: 'Another person’s circumstances.',
    shapes: [],
    imminent: false,
    proposedBy: 'somebody' as ParticipantId,
    proposedOn: '2026-11-23',
    approvedBy: null,
    reviewOn: '2026-12-21',
    releaseAskedBy: null,
    ...more,
  };
}
