export {defaultAudience, withChild} from './audience.ts';
export {
  contactProblem,
  defaultContactAudience,
  mayApproveAudience,
  mayAskAudience,
  mayPurge,
  mayReadContact,
  mayWriteContact,
  needsManager,
  type AudienceChange,
  type ContactFacts,
  type ContactProblem,
} from './contacts.ts';
export {
  audienceOf,
  choiceOf,
  classOf,
  isChildsWords,
  type Decider,
  type HiddenPerson,
  type ShapedFacts,
  type WithheldFacts,
  type WithholdingDecision,
} from './decision.ts';
export {
  didTooOften,
  EMERGENCY_MS,
  emergencyReviewOn,
  managersToTell,
  mayBreakGlass,
  mayReviewEmergency,
  opensInEmergency,
  toldOfEmergency,
  type SealedDecision,
  type SealedFacts,
} from './emergency.ts';
export {HELP_OUTCOMES, askedToHelp, isHelpLate, type HelpOutcome} from './help.ts';
export {OFFICES, isProfessional, proposes, type Office} from './offices.ts';
export {SHARED_WORDS, tellsOf, type Tell} from './open-reason.ts';
export {CHILD_TOLD, isToldRecorded, mayAgreeOverride, mayAskOverride, type ChildTold} from './override.ts';
export {WITHHOLDING_PROBLEMS, problemsOf, type ProblemContext, type WithholdingProblem} from './problems.ts';
export {REASON_RULES, type ReasonRule} from './reason-rules.ts';
export {defaultReview, longestReview} from './review-date.ts';
export {dueOn, stateOf, type StateFacts, type WithholdingState} from './state.ts';
export {
  approversOf,
  escalatesTo,
  mayApprove,
  mayPropose,
  mayRelease,
  mayReview,
  needsApproval,
} from './who-may.ts';
