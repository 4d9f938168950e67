import type {WithholdingClass, WithholdingReason} from '../plan/withholding-reason.ts';

/** What follows from why something is withheld. */
export interface ReasonRule {
  /** Somebody could come to harm, so somebody who can act must be among the readers (ruling 4). */
  readonly needsProtector: boolean;
  /** An enquiry is active, so a review comes sooner (domain 6.4). */
  readonly isEnquiry: boolean;
  /** The class to offer first: sealed where knowing that there is something would itself do harm (domain 6.6). */
  readonly suggests: WithholdingClass;
}

function rule(suggests: WithholdingClass, needsProtector: boolean, isEnquiry = false): ReasonRule {
  return {needsProtector, isEnquiry, suggests};
}

export const REASON_RULES: Readonly<Record<WithholdingReason, ReasonRule>> = {
  risk_harm: rule('sealed', true),
  tip_off: rule('sealed', true, true),
  location: rule('sealed', true),
  child_confidence: rule('sealed', false),
  third_party: rule('marked', false),
  court: rule('sealed', false),
  police_request: rule('sealed', true, true),
  health_opinion: rule('marked', false),
  not_told_child: rule('sealed', false),
};
