/** What a child said on two days, side by side. */
export const thenNow = {
  title: 'Then and now',
  banner: (child: string) => `What ${child} said, on two days.`,
  back: 'Back to the plan',
  then: 'Then',
  now: 'Now',
  noDay: 'On no day that is known',
  nothing: 'Nothing was said here on this day.',
  one: 'There is one day so far. After the next session both stand side by side here.',
  none: 'Nothing has been said yet that you can see.',
} as const;
