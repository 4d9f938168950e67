/** Why something is withheld (domain 6.4). */
export const WITHHOLDING_REASONS = [
  'risk_harm',
  'tip_off',
  'location',
  'child_confidence',
  'third_party',
  'court',
  'police_request',
  'health_opinion',
  'not_told_child',
] as const;
export type WithholdingReason = (typeof WITHHOLDING_REASONS)[number];

/**
 * How much the people it is withheld from may know. `marked`: one neutral line in the section. `sealed`: nothing, not
 * even that there is something (domain 6.2).
 */
export const WITHHOLDING_CLASSES = ['marked', 'sealed'] as const;
export type WithholdingClass = (typeof WITHHOLDING_CLASSES)[number];
