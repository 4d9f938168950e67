/**
 * Whether a parent knows of a session before it (domain 5.2, step 1). `unsafe`: nobody asked, because asking could put the child at
 * risk. `notTheirs`: nobody had to ask, because the child isn't in their care, or a young person decides alone.
 */
export const PARENT_ANSWERS = ['told', 'unsafe', 'notTheirs'] as const;
export type ParentAnswer = (typeof PARENT_ANSWERS)[number];

/** What a child is told before anything else (step 3). */
export const EXPLAINED = ['what', 'stop', 'kept', 'who', 'limits'] as const;
export type Explained = (typeof EXPLAINED)[number];

/** How a session ends (step 7). */
export const SESSION_ENDS = ['finished', 'enough', 'upset', 'time', 'other'] as const;
export type SessionEnd = (typeof SESSION_ENDS)[number];

/** How a session was read back (step 8). */
export const READ_BACK_ANSWERS = ['right', 'changed'] as const;
export type ReadBackAnswer = (typeof READ_BACK_ANSWERS)[number];

/** What has to be said before anybody writes for a child. */
export interface BeforeWriting {
  readonly place: string;
  readonly present: readonly string[];
  readonly limitsTold: string;
  readonly parentAnswer: ParentAnswer | '';
  /** Why, where no parent was told. */
  readonly parentTold: string;
  /** Who decided with the worker not to ask. */
  readonly manager: string;
}

/** What isn't said yet, in the order in which it is asked. Nobody goes round a parent alone: a manager decides with the worker. */
export function missingBefore(said: BeforeWriting): readonly (keyof BeforeWriting)[] {
  const {place, present, limitsTold, parentAnswer, parentTold, manager} = said;
  const asked: readonly (readonly [keyof BeforeWriting, boolean])[] = [
    ['parentAnswer', parentAnswer !== ''],
    ['parentTold', parentAnswer === 'told' || parentTold.trim() !== ''],
    ['manager', parentAnswer !== 'unsafe' || manager.trim() !== ''],
    ['place', place.trim() !== ''],
    ['present', present.length > 0],
    ['limitsTold', limitsTold.trim() !== ''],
  ];
  return asked.flatMap(([name, isSaid]) => (isSaid ? [] : [name]));
}
