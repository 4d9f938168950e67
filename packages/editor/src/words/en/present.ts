/** Showing a child's own words to the people in a room. */
export const present = {
  title: 'In the child’s own words',
  show: 'Show the child’s words',
  showAgain: 'Show the child’s words again',
  none: 'There is nothing here that everyone in the room may see.',
  back: 'The one before',
  next: 'The next one',
  first: 'Start again',
  of: (at: string, all: string) => `${at} of ${all}`,
  end: 'That is all that is shown here.',
} as const;
