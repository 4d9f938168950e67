/** What was suggested for the whole plan, and what was answered. Families read it, so it is plain. */
export const suggested = {
  title: 'What was suggested',
  intro: 'Here are the other words that people want, and each answer with its reason.',
  none: 'Nobody has suggested other words here.',
  noneHint: 'That does not mean that everyone agrees.',
  groups: {
    different: 'Not agreed. Both wordings stand.',
    countered: 'Other words came back',
    proposed: 'Waiting for an answer',
    agreed: 'Agreed',
    withdrawn: 'Taken back',
  },
  bothCanStand: 'The plan keeps its words. The other words are kept here beside them.',
  goTo: (item: string) => `Go to ${item}`,
  last: {
    proposed: (who: string, day: string) => `${who} asked${day}.`,
    countered: (who: string, day: string) => `${who} suggested other words back${day}.`,
    agreed: (who: string, day: string) => `${who} said yes${day}.`,
    different: (who: string, day: string) => `${who} said no${day}.`,
    withdrawn: (who: string, day: string) => `${who} took it back${day}.`,
  },
  youCan: 'You can answer this.',
  planSays: 'The plan says',
  would: (name: string) => `${name} would like it to say`,
} as const;
