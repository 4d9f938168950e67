/** Keeping a person private: what is asked and said otherwise where nobody is to know that somebody is on the plan. */
export const withholdPerson = {
  person: {
    title: 'Who should be kept private?',
    hint: 'They stay on this plan. The people you name next will not know that they are here.',
    stayKnown: 'Everyone knows the child and the person who leads the plan.',
    missing: 'Choose one person.',
  },
  who: {
    title: (person: string) => `Who should not know about ${person}?`,
    mustAct: 'These people always know, because they must be able to act:',
    stillKnow: (person: string, names: string) => `Still know that ${person} is on this plan: ${names}.`,
  },
  why: {
    title: 'Why should they not know?',
    imminentHint: 'Then the safeguarding lead at the school always knows.',
  },
  triedHint: 'For example: asking them, or leaving them off this plan.',
  open: {
    title: 'What can be said if someone asks?',
    hint: (person: string) => `Say it without naming ${person}.`,
    example: 'Such as: “Someone helps the family with their home.”',
    label: 'Words that are safe to say',
  },
  look: {
    as: (names: string) => `What ${names} will see`,
    promise: (names: string, person: string) => `${names} will not see ${person} anywhere in this plan.`,
    noGap: 'No list, line or number shows that someone is missing.',
    reads: (person: string) => `${person} can still read the plan.`,
    writes: (names: string) => `They cannot write in any part that ${names} can read.`,
    knows: (person: string) => `${person} sees this decision, and your reasons.`,
    words: (person: string) =>
      `Words that name ${person} stay in the plan. Change those words, or hide them too.`,
    seen: (name: string, day: string, person: string) =>
      `${name} opened the plan on ${day}, and may already know of ${person}. Hiding them now does not undo that.`,
    seenUnknown: 'We could not find out who has opened the plan. They may already know.',
    again: 'To show them again takes two people.',
    hide: 'Hide this person',
  },
  hidden: (person: string, names: string) => `${person} is hidden from ${names}.`,
} as const;
