/** That one person more reads the child's words against the child's choice, for those who decide about safety. */
export const overrides = {
  title: 'Against the child’s choice',
  intro:
    'The child chose who reads these words. To keep someone safe, two people can let one more person read them.',
  begin: 'Let one more person read the child’s words',
  item: 'Which words?',
  noWords: 'A drawing or a voice note',
  saidNo: (names: string) => `The child said that ${names} should not see it.`,
  reader: 'Who has to read it?',
  second: 'Who should agree?',
  secondHint: 'They see who asks, for whom and why. They do not see the words.',
  reason: 'Whom does it keep safe, and how?',
  keeps:
    'The child keeps this to a few people. Before more people read it, write down what the child was told.',
  keepsOpen:
    'In the plan itself the child can see that everyone reads it. If the child must not know, let one more person read it instead.',
  everyone: 'everyone',
  told: 'What was the child told?',
  how: {
    told: 'The child was told',
    delayed: 'Not yet',
    unsafe: 'It is not safe to tell',
  },
  day: 'On which day?',
  said: 'What was the child told, or why not?',
  needed: 'Answer every question. Without what the child was told, or why not, nobody can be asked.',
  ask: 'Ask them to agree',
  asked: 'Asked. Nobody more reads it until they agree.',
  safe: 'may be told',
  look: 'This would be told to them. Tick what may be.',
  line: (asker: string, reader: string, second: string) =>
    `${asker} asks ${second} to agree that ${reader} reads words of the child.`,
  done: (asker: string, second: string, reader: string, day: string) =>
    `${asker} and ${second} decided that ${reader} reads words of the child. Since ${day}.`,
  because: (reason: string) => `Why: ${reason}`,
  wasTold: (day: string, words: string) => `The child was told on ${day}: ${words}`,
  isDelayed: (words: string) => `The child has not been told yet: ${words}`,
  isUnsafe: (words: string) => `The child has not been told, as it is not safe: ${words}`,
  notNamed: 'The child’s page does not name this reader until you write down that the child was told.',
  notSaid:
    'The child’s page does not say that everyone reads it until you write down that the child was told. Whoever opens the plan sees it there.',
  agree: 'I agree',
  agreed: 'Done. They can read it now.',
  tell: 'Write down what the child was told',
  keep: 'Keep this',
  kept: 'Kept.',
} as const;
