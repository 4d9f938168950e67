/** What the child’s houses are called, and what lies in them that has no words of its own. */
export const houseNames = {
  good: 'Good things',
  goodAsk: 'What makes you happy?',
  worries: 'Worries',
  worriesAsk: 'What worries you?',
  dreams: 'Dreams',
  dreamsAsk: 'What do you wish for?',
  goodTeen: 'Going well',
  worriesTeen: 'Hard',
  dreamsTeen: 'Hopes',
  drawn: 'A drawing',
  drawnOnly: (words: string) => (words === '' ? 'A drawing' : `A drawing: “${words}”`),
  voice: 'Your voice',
  play: 'Play it',
  stopPlaying: 'Stop it',
  noSound: 'We cannot play it now.',
} as const;
