/** Words of a private note that somebody brings to where more people read. */
export const copies = {
  title: 'These words stand in a private note',
  intro:
    'Fewer people read that note. If you put the words here, everyone who reads this part can read them.',
  why: 'Why may they read it?',
  reasons: {
    known: 'They know it already',
    agreed: 'The person it is about agreed',
    needed: 'They need it to keep the child safe, or to help',
  },
  choose: 'Choose why they may read it.',
  noted: 'We note that you decided this. People who read the note can see that.',
  look: 'Look at each of these. Tick it if it may be seen.',
  safe: 'This may be seen',
  tickAll: 'Tick each one, or leave the words out.',
  putIn: 'Put the words in',
  leaveOut: 'Leave them out',
  gone: 'There is nothing to decide any more.',
} as const;
