/** How something that a child said came about. */
export const howSaidWords = {
  said: (name: string) => `${name} said it`,
  quote: (words: string) => `“${words}”`,
  how: 'How',
  writer: 'Written by',
  asked: 'Asked or shown',
  seen: 'Seen',
  by: 'Put into words by',
  present: 'Who was there',
  when: 'When and where',
  noWords: 'Not the child’s own words.',
} as const;
