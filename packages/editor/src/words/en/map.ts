import {possessive} from './plan.ts';

/** The safety map: what we worry about, what works, what needs to happen, side by side. */
export const map = {
  title: (child: string) => `${possessive(child)} safety map`,
  back: 'Back to the plan',
  numbers: (child: string) => `How safe is ${child} now, from 0 to 10?`,
  place: 'My number',
  again: 'Change my number',
  addTo: (column: string) => `Add to: ${column}`,
} as const;
