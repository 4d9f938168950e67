/** Words that must not be anywhere: the screen that takes them out for good. */
export const purge = {
  title: 'Take words out for good',
  intro:
    'For words that must not stand anywhere, such as the address of a safe place. We take them out of the plan, its history and every file.',
  firstTitle: 'People first',
  first: 'Could someone be in danger because of these words? Ring them and the police before you go on.',
  which: 'Which words?',
  hint: 'Write them as they stand in the plan. Spaces and capital letters do not matter.',
  find: 'Find them',
  tooShort: 'Write at least three letters.',
  found: 'Where should we take them out?',
  standsIn: (places: number) =>
    places === 1
      ? 'They stand in one place that you can read.'
      : `They stand in ${places} places that you can read.`,
  nowhere:
    'They stand nowhere that you can read now. If they stood there before, they are still in the history. We take them out of that too.',
  documents: {
    shared: 'The plan that everyone reads',
    voice: 'What the child says',
    withheld: 'A private part',
    hiddenFrom: (names: string) => `Private, hidden from ${names}`,
  },
  places: (parts: string) => `Now in ${parts}`,
  notNow: 'Not there now',
  choose: 'Tick at least one.',
  forEver: 'Nobody can bring them back. Every page that has this open loads it again.',
  takeOut: 'Take out for good',
  working: 'Taking them out. Keep this page open.',
  done: 'They are gone',
  takenFrom: (places: number) => {
    if (places === 0) return 'They stood in no text. We took them out of the history.';
    return places === 1 ? 'We took them out in one place.' : `We took them out in ${places} places.`;
  },
  couldSee: 'Who could have seen them',
  nobody: 'Nobody else had them open.',
  since: (name: string, when: string) => `${name}, from ${when}`,
  nextTitle: 'What to do now',
  next: [
    'Tell the person in danger who is on this list.',
    'Ask each of them to destroy what they printed, copied or photographed.',
    'Tell your data protection officer today. They have 72 hours.',
    'Treat the words as known. A safe address may have to change.',
  ],
  again: 'Take out more words',
} as const;
