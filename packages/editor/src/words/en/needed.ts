/** What waits for somebody. Of what is private it says so that nobody who looks at the screen too learns about what. */
export const needed = {
  today: 'Something private needs you today.',
  waits: 'Something private waits for you.',
  open: 'See what it is',
  check: (day: string) => `A check of a safety rule was due on ${day}.`,
  privateCheck: (day: string) => `A private check was due on ${day}.`,
  seeCheck: 'See the check',
} as const;
