/** What became of what the child said. */
export const said = {
  title: 'You said, we wrote',
  intro: (child: string) =>
    `This is what ${child} said, and what came of it. It shows only what you can read.`,
  none: (child: string) => `${child} has not said anything here that you can read.`,
  count: (all: number, open: number) =>
    open === 0
      ? `${things(all)} a place in the plan, or a reason.`
      : `${things(all, true)} Of these, ${open === 1 ? '1 has' : `${open} have`} no place in the plan and no reason yet.`,
  check: {
    met: 'Each of these has a place in the plan, or a reason. The plan can be sent out.',
    notMet: 'Before the plan is sent out, each of these needs a place in it, or a reason.',
    late: (child: string) =>
      `Some of this was said over 20 working days ago. Tell ${child} what was done, and write it here.`,
    name: (id: string) => `Check ${id}`,
  },
  openFirst: 'Still to do',
  rest: 'In the plan, or with a reason',
  words: (words: string) => `“${words}”`,
  noWords: 'A drawing without words',
  where: (house: string, day: string) => (day === '' ? house : `${house}, ${day}`),
  kept: 'Only some people can read this.',
  everyone: 'Everyone on the plan can read this.',
  quoted: 'In the plan, word for word:',
  linked: 'Written because of this:',
  reason: 'Why it is not in the plan:',
  done: (day: string) => `Done on ${day}:`,
  by: (name: string, day: string) => `${name}, ${day}`,
  goTo: (item: string) => `Go to ${item}`,
  quote: 'Quote it in section A',
  quoteOf: (words: string) => `Quote it in section A: ${words}`,
  unquote: 'Take the quote out',
  unquoteOf: (words: string) => `Take the quote out: ${words}`,
  cannot: {
    kept: (child: string) => `${child} has not let everyone read this, so it cannot be quoted.`,
    notOwn: (child: string) => `These are not ${child}’s own words, so they cannot be quoted.`,
  },
  tie: 'Tie it to the plan',
  tieOf: (words: string) => `Tie it to the plan: ${words}`,
  tieAsk: 'What was written because of this?',
  tieNone: 'You cannot change any need or change that it could be tied to.',
  tiePrivate: 'Only those who can read these words will see that they are tied.',
  tieSave: 'Tie it',
  pickFirst: 'Choose one first.',
  why: 'Say why not',
  whyOf: (words: string) => `Say why not: ${words}`,
  whyAsk: 'Why is this not in the plan?',
  whyHint: (child: string) => `${child} reads this. Use words that ${child} knows.`,
  whySave: 'Keep the reason',
  did: 'Say what was done',
  didOf: (words: string) => `Say what was done: ${words}`,
  didAsk: 'What was done because of this?',
  didOn: 'On which day?',
  didSave: 'Keep it',
  empty: 'Write something first.',
  noDay: 'Say on which day. It cannot lie ahead.',
  yourWords: 'In your words',
  takeBack: 'Take back',
  takeBackOf: (words: string) => `Take back: ${words}`,
  look: 'Look at this before it stands in the plan',
  lookHint: 'Everyone on the plan reads section A. Tick each one that may stand there.',
  lookFirst: 'Look at each one first.',
  saved: {
    quote: 'It stands in section A now, word for word.',
    unquote: 'It does not stand in section A any more.',
    tie: 'It is tied.',
    reason: 'The reason is kept.',
    done: 'What was done is kept.',
    back: 'You took it back.',
  },
} as const;

function things(all: number, isStart = false): string {
  const what = all === 1 ? '1 thing was said' : `${all} things were said`;
  if (isStart) return `${what}.`;
  return all === 1 ? `${what}. It has` : `${what}. Each has`;
}
