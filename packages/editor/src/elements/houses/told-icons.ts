import type {Drawing} from './picture.ts';

/** The plan, as a book that lies open. */
export const planIcon: Drawing = [
  {d: 'M6 12c7-3 13-2 19 2v27c-6-4-12-5-19-2Z', fill: 'sheet'},
  {d: 'M25 14c6-4 12-5 19-2v27c-7-3-13-2-19 2Z', fill: 'glow'},
  {
    d: 'M4 10c7-3 14-2 20 3 6-5 13-6 20-3v28c-7-3-14-2-20 3-6-5-13-6-20-3ZM24 13v27M9 18c4-1 7 0 10 1M9 25c4-1 7 0 10 1M29 19c3-1 6-2 10-1M29 26c3-1 6-2 10-1',
  },
];

/** What a grown-up says. */
export const sayIcon: Drawing = [
  {d: 'M10 10h32v24H26l-8 9v-9h-8Z', fill: 'wall-good'},
  {d: 'M7 8 41 7v26l-17 0-9 9 0-9-8 0ZM14 15l20-.4M14 23l13 .3'},
];

/** Something that was done. */
export const didIcon: Drawing = [
  {d: 'M10 10h30v31H10Z', fill: 'leaf'},
  {d: 'M7 8 39 7l1 32-31 1ZM14 23l8 8 20-24'},
];
