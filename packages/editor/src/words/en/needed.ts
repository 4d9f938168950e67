/** That somebody is asked to decide, said so that nobody who looks at the screen too learns about what. */
export const needed = {
  today: 'Something private needs you today.',
  waits: 'Something private waits for you.',
  open: 'See what it is',
} as const;
