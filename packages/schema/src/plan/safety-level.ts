/**
 * Where on the continuum of help a plan is, by what its file says of the child: the same names as those statuses. What is first here
 * gives the map its words where several hold (domain 4.1).
 */
export const SAFETY_LEVELS = ['childProtectionPlan', 'lookedAfter', 'childInNeed', 'earlyHelp'] as const;
export type SafetyLevel = (typeof SAFETY_LEVELS)[number];

/** What is said of a child, as far as this module asks; a day without an end goes on. */
interface Status {
  readonly kind: string;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Everything on the continuum that holds on a day, in the order of {@link SAFETY_LEVELS}. */
export function safetyLevels(statuses: readonly Status[], today: string): readonly SafetyLevel[] {
  const hold = statuses.filter(({until}) => until === undefined || until >= today);
  return SAFETY_LEVELS.filter(level => hold.some(({kind}) => kind === level));
}

/** Where a plan is on a day; null where nothing that is known of it has to do with keeping the child safe. */
export function safetyLevel(statuses: readonly Status[], today: string): SafetyLevel | null {
  return safetyLevels(statuses, today)[0] ?? null;
}

/**
 * The statuses of a child of whom this holds from today on: what doesn't any more ended yesterday, and what was never said before
 * begins today. What began today and is taken back was a mistake and leaves nothing.
 */
export function withSafetyLevels<S extends Status>(
  statuses: readonly S[],
  levels: readonly SafetyLevel[],
  {today, yesterday}: {readonly today: string; readonly yesterday: string},
): readonly (S | {readonly kind: SafetyLevel; readonly since: string; readonly audience: 'everyone'})[] {
  const isOver = ({kind, until}: S): boolean =>
    SAFETY_LEVELS.some(level => level === kind && !levels.includes(level)) &&
    (until === undefined || until >= today);
  const known = safetyLevels(statuses, today);
  const added = levels.filter(level => !known.includes(level));
  return [
    ...statuses
      .filter(one => !(isOver(one) && one.since === today))
      .map(one => (isOver(one) ? {...one, until: yesterday} : one)),
    ...added.map(kind => ({kind, since: today, audience: 'everyone'}) as const),
  ];
}
