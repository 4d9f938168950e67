export {
  differenceOf,
  plainWords,
  type Difference,
  type DifferencePart,
  type FactDifference,
} from './difference.ts';
export {mergeWordings} from './merge.ts';
export {rewordElement} from './reword.ts';
export {
  PROPOSAL_MOVES,
  PROPOSAL_STATES,
  PROPOSAL_STEPS,
  afterStep,
  isOpen,
  type ProposalState,
  type ProposalStep,
} from './states.ts';
export {
  choicesOf,
  isChildsOwn,
  mayPropose,
  type ProposalChoice,
  type ProposalFacts,
  type ProposalPlace,
} from './who-may.ts';
export {nodeOf, saysTheSame, wordingHash, wordingOf, type Wording} from './wording.ts';
