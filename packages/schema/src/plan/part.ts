/** Kinds of entries in the lists of an item. */
export const PART_KINDS = ['step', 'strength', 'present', 'tried', 'agreement', 'amount'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** The name of each list in Plan JSON, and in plain words. */
export const PART_LISTS: Readonly<Record<PartKind, {readonly field: string; readonly label: string}>> = {
  step: {field: 'steps', label: 'Steps on the way'},
  strength: {field: 'strengths', label: 'What helps'},
  present: {field: 'present', label: 'Who was there'},
  tried: {field: 'tried', label: 'What was tried'},
  agreement: {field: 'agreedBy', label: 'Who has agreed'},
  amount: {field: 'amounts', label: 'How much was asked for'},
};

/** Whether a text names a kind of list entry. */
export function isPartKind(text: unknown): text is PartKind {
  return PART_KINDS.some(kind => kind === text);
}
