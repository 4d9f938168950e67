/** The same for a child, who may keep their own words from people: two questions. */
export const withholdChild = {
  who: 'Who should not see this?',
  hint: 'Pick the people. You can change your mind.',
  missing: 'Pick one person or more.',
  sees: (names: string) => `They can see it: ${names}.`,
  look: 'Is this right?',
  hides: (names: string) => `We will hide it from ${names}.`,
  promise: 'They will not see it. They will not know.',
  seen: (name: string) => `${name} may have seen it before. We can not take that back.`,
  hide: 'Hide it',
  cancel: 'Not now',
  asked: 'A grown-up will ask you again if this is still what you want.',
} as const;
