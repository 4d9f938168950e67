import type {Drawing} from './picture.ts';

/** No internet. */
export const cloudIcon: Drawing = [
  {d: 'M13 37C2 37 1 23 12 22 12 10 29 7 33 19c12-3 14 17 3 18Z', fill: 'sheet'},
  {
    d: 'M13 36.5C2.500 36.800 1.500 23.500 12 22 12.500 10.500 28.500 8 32.500 19c11.500-2.500 14 17.500 3.500 17.700Z',
  },
];
