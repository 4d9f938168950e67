/** The same for a child, in pictures that each have their word. */
export const scalesChild = {
  intro: 'You can pick a number. No one sees it till all the numbers are shown.',
  ask: 'How is it now? Pick one.',
  weather: ['A big storm', 'A lot of rain', 'Some clouds', 'Some sun', 'All sun'],
  step: (value: number, weather: string) => `${value}. ${weather}`,
  askWhy: 'You can say more here. You do not have to.',
  place: 'Keep my number',
  kept: 'We kept it. No one else can see it yet.',
} as const;
