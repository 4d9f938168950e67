/** A private item in its place in the plan: who can't see it, who can, and until when that holds. */
export const island = {
  privateNote: 'Private note.',
  privateItem: (type: string) => `Private. ${type}.`,
  hiddenFrom: (names: string) => `Hidden from: ${names}.`,
  checkBy: (day: string) => `Check by ${day}.`,
  overdue: 'The day to check this has passed. It stays hidden until someone does.',
  pending: 'A second person has not said yes to this yet. It stays hidden.',
  releaseAsked: 'Someone has asked to open this. A second person has to say yes.',
  onlyYou: 'Only you can read this.',
  /** "You, Temi and Bronagh". */
  readers: (names: string) => `Only ${names} can read this.`,
  manyReaders: (count: string) => `Only you and ${count} other people can read this.`,
  you: 'you',
  moved: 'The part that this stood beside was moved or deleted.',
  loose: 'The part that this stood beside is gone, so this stands at the end.',
  offline: 'There is no connection. You can read this, but not change it.',
  readOnly: 'You can read this. You cannot change it.',
  empty: 'Write what only these people may read.',
  addNext: 'Add another private note',
  decision: 'Who decided this, and why',
  informedByOne: 'Informed by 1 private item.',
  informed: (count: string) => `Informed by ${count} private items.`,
} as const;
