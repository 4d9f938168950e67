/**
 * Where on the continuum of help a plan is, by what its file says of the child: the same names as those statuses. What is first here
 * gives the map its words where several hold (domain 4.1).
 */
export const SAFETY_LEVELS = ['childProtectionPlan', 'lookedAfter', 'childInNeed', 'earlyHelp'] as const;
export type SafetyLevel = (typeof SAFETY_LEVELS)[number];

/** Where a plan is on a day; null where nothing that is known of it has to do with keeping the child safe. */
export function safetyLevel(
  statuses: readonly {readonly kind: string; readonly until?: string | undefined}[],
  today: string,
): SafetyLevel | null {
  const hold = statuses.filter(({until}) => until === undefined || until >= today);
  return SAFETY_LEVELS.find(level => hold.some(({kind}) => kind === level)) ?? null;
}
