/** The same for a child. */
export const agreeChild = {
  ask: 'What do you think?',
  choices: {
    agree: 'Yes',
    partly: 'Some of it',
    disagree: 'No',
    notDecided: 'I do not know yet',
  },
  takeBack: 'I do not want to say',
  ownWords: 'You can say more here',
  saveWords: 'Keep my words',
  saved: 'We kept it. The people who read this can see it.',
  hint: 'You can say yes or no. You can change your mind. You do not have to say a thing.',
} as const;
