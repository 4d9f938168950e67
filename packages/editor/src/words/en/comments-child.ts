/** The same for a child. */
export const commentsChild = {
  write: 'Say something',
  which: 'What do you want to talk about?',
  yourWords: 'You can write here',
  send: 'Send it',
  sent: 'We sent it. The people who can read this part can read your words.',
  whoReads: 'The people who can read this can read what you say here.',
  back: 'You took your words back. They can still see that you said something.',
} as const;
