/** The plain front page, and the page of the demo. */
export const start = {
  title: 'Goldthread',
  what: 'One plan around one child, written together by the people who matter to that child.',
  how: 'To open a plan, press the link in the message that you were sent. A link works once and is only for you.',
  stuck: 'No message? Call',
  demo: 'See the demo',
} as const;

export const demo = {
  title: 'Two plans to try',
  intro: 'Nobody here is real.',
  how: 'Open two people and put their windows side by side: what one writes, the other sees at once.',
  plan: (child: string) => `${possessiveOf(child)} plan`,
  open: (name: string) => `Open as ${name}`,
  opens: 'Opens in a new tab.',
  family: 'The family',
  professionals: 'The people who work with them',
  looking: 'Looking for the plans.',
  none: 'The demo is not switched on here.',
  failed: 'That did not open. Try again.',
  blocked: 'Your browser stopped the new tab. Press again, or allow new tabs for this page.',
} as const;

function possessiveOf(name: string): string {
  return `${name}’s`;
}
