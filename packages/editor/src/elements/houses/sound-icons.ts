import type {Drawing} from './picture.ts';

/** Talk. */
export const talkIcon: Drawing = [
  {d: 'M18 10c0-8 13-8 13 0v13c0 8-13 8-13 0Z', fill: 'roof-good'},
  {
    d: 'M16.5 9.500c.3-8.500 13-8.200 13 .3l.2 13c-.4 8.300-13 8.400-13.200 0ZM10.500 20.500c-.5 17 26 17 25.500-.3M23.300 33.500l.3 9.500M15.500 43.500l16-.4',
  },
];

/** Hear what was said. */
export const playIcon: Drawing = [
  {d: 'M16 10 40 24 16 40Z', fill: 'leaf'},
  {d: 'M13.500 8.500 38.500 23.500 14 38.800Z'},
];
