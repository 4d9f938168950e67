/**
 * How far a proposal has come. `proposed`: it waits for an answer. `countered`: another side suggested other words back.
 * `agreed`: its words stand in the plan, or the words that were suggested back do and its side said yes to them. `different`: it
 * was refused, and both wordings stand (domain 7.4). `withdrawn`: its own side took it back.
 */
export const PROPOSAL_STATES = ['proposed', 'countered', 'agreed', 'different', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** What happens to a proposal. `settle`: its side accepted the words that were suggested back. */
export const PROPOSAL_STEPS = ['counter', 'accept', 'refuse', 'withdraw', 'settle'] as const;
export type ProposalStep = (typeof PROPOSAL_STEPS)[number];

/** Every move there is. What isn't here doesn't happen: nothing leaves `agreed` or `withdrawn`. */
export const PROPOSAL_MOVES: Readonly<
  Record<ProposalState, Readonly<Partial<Record<ProposalStep, ProposalState>>>>
> = {
  proposed: {
    counter: 'countered',
    accept: 'agreed',
    refuse: 'different',
    withdraw: 'withdrawn',
    settle: 'agreed',
  },
  countered: {
    counter: 'countered',
    accept: 'agreed',
    refuse: 'different',
    withdraw: 'withdrawn',
    settle: 'agreed',
  },
  // Minds change: whoever refused may still accept, and words can still be suggested back.
  different: {counter: 'different', accept: 'agreed', withdraw: 'withdrawn', settle: 'agreed'},
  agreed: {},
  withdrawn: {},
};

/** Where a step leads; `null` where it can't be taken. */
export function afterStep(state: ProposalState, step: ProposalStep): ProposalState | null {
  return PROPOSAL_MOVES[state][step] ?? null;
}

/** Whether its own side may still change its words. What was refused stays what was refused. */
export function isOpen(state: ProposalState): boolean {
  return state === 'proposed' || state === 'countered';
}
