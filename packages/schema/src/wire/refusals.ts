/**
 * Every code with which the server refuses an update, and what the person reads. No sentence says whether
 * something that the person can't see exists: a forbidden place and a missing one read the same.
 */
export const REFUSALS = {
  UNBOUND_CLIENT: 'This page has lost its place in the plan. Load it again.',
  ROOT: 'There is no such part of the plan.',
  FORBIDDEN: 'You can read this part of the plan, but not change it.',
  NODE: 'Something in what you added has no place in the plan.',
  ATTRIBUTE: 'One of the details you filled in is not part of this item.',
  MARK: 'One way of showing text that you used is not part of the plan.',
  VALUE: 'One of the details you filled in has a value that cannot be saved.',
  CONTENT: 'The plan can hold words and drawings, but not what you added.',
  TOO_BIG: 'That is too much to save at once. Add it in smaller pieces.',
  TOO_LONG: 'One of the details you filled in is too long.',
  MALFORMED: 'What this page sent could not be read. Load the page again.',
  MISSING_DEPS: 'Some earlier changes from this page are missing. Load the page again.',
  CROSS_PARENT: 'What this page sent does not fit together. Load the page again.',
  ORDER: 'What this page sent would be in another order for other people. Load the page again.',
  SCHEMA: 'What you added does not fit where you put it.',
  DUPLICATE_ID: 'This item is in the plan already.',
  REFERENCE: 'The item that you point to is not in the plan.',
  OWNER: 'These words belong to somebody else, and only they can change them.',
  PROTECTED:
    'This holds an address, a number or a name that is kept safe. Not everyone who reads this part may know it.',
  COPIED: 'These words stand in a private note that fewer people read. Nobody else has been shown them.',
  QUOTATION:
    'A quotation holds exactly what the child said. It is made from the child’s own words, and only taken out whole.',
  ID_CHANGED: 'An item has to stay the item it was. Add a new one.',
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** Whether text is a refusal code that this version knows. */
export function isRefusalCode(text: string): text is RefusalCode {
  return Object.hasOwn(REFUSALS, text);
}
