import type {Drawing} from './picture.ts';

/** Back to the three houses. */
export const homeIcon: Drawing = [
  {d: 'M11 22 26 9l15 14-1 19H13Z', fill: 'wall-good'},
  {d: 'M5 25 24 7.5 43.5 25M10 21.5l.6 20 27.8-.3.2-20M20 41l.2-12 8.3-.2.2 12'},
];

/** Words read aloud. */
export const listenIcon: Drawing = [
  {d: 'M9 20h9L30 10v30L18 31H9Z', fill: 'glow'},
  {
    d: 'M6.5 18.5 15.8 18 27 8.2l.4 30.6L16 29.5l-9.3-.2ZM33 17c4 4 4 9.5.2 13.5M38.5 12c6.5 7 6.5 16.5.3 23.5',
  },
];

/** Stop now. */
export const stopIcon: Drawing = [
  {
    d: 'M13 26V15c3-3 5-1 5 1V10c3-3 5-1 5 1V8c3-3 6-1 6 1v4c3-3 6-1 5 2v16c0 8-5 13-11 13-7 0-11-6-15-16 2-3 4-1 5-2Z',
    fill: 'roof-good',
  },
  {
    d: 'M12.5 30 8.3 24.5c1.5-3.5 5-2.5 6.5.8l2 3.3L16.5 12c.3-3.3 4.8-3.3 5 0l.4 10.5L22.2 8c.3-3.5 5-3.3 5.1 0l.2 14.5L28.3 11c.5-3 4.7-2.8 4.8.3l-.2 12.5 1.2-6.8c.8-2.8 4.5-2.2 4.4.8L37 33c-1 6-5.5 9.5-11.5 9.5-6.5 0-9.5-4-13-12.5Z',
  },
];

/** Who can see it. */
export const eyeIcon: Drawing = [
  {d: 'M4 25c10-15 30-15 40 0-10 14-30 14-40 0Z', fill: 'sheet'},
  {
    d: 'M3.5 24.5C13 9.5 34.5 9 44.5 24 35 38 13.5 38.5 3.5 24.5ZM8 13l-3-4M19 8.5l-1-5M30 8.5l1.5-5M40.5 13l3.5-4',
  },
  {d: 'M32 24a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z', fill: 'roof-worry'},
  {d: 'M31.5 24a7.5 7.5 0 1 1-15-.4 7.5 7.5 0 0 1 15 .4Z'},
];

/** Help. */
export const helpIcon: Drawing = [
  {d: 'M10 10h32v24H26l-8 9v-9h-8Z', fill: 'wall-worry'},
  {
    d: 'M6.5 7.5 41 7l.5 25.5-17 .4-8.6 9-.3-9-9-.2ZM18.5 15.5c1-5 10.5-4.5 10 .7-.3 3-4.4 3-4.5 7M24 26.8v.8',
  },
];

/** Draw. */
export const drawIcon: Drawing = [
  {d: 'M13 33 33 9l9 8-21 24-10 3Z', fill: 'glow'},
  {d: 'M9.5 31.5 30.5 6.5l9.3 7.8-21 25L8 42ZM26 12l9.2 7.7M9.5 31.5l9.3 7.8M3 45.5c9 1.5 20-2 33 .5'},
];

/** Picture cards. */
export const picsIcon: Drawing = [
  {d: 'M16 8h28v27H16Z', fill: 'wall-dream'},
  {d: 'M6 14h26v28H6Z', fill: 'sheet'},
  {d: 'M33 34.5l9.5-.2L42 6.2 13.5 6.5l.2 6M5 13.2l27.3-.4.4 28.4-27.5.3Z'},
  {d: 'M12.5 24.5v.7M24.5 24.3v.7M11.5 31c3 4.5 11 4.5 14-.3'},
];

/** Write. */
export const writeIcon: Drawing = [
  {d: 'M7 8h37v35H7Z', fill: 'wall-good'},
  {
    d: 'M4.5 6 42 5.5l.4 35L5 41ZM10.5 29l5.8-15.5L22.5 29M12.5 24h7.7M35.5 20c-8-2.5-9.5 9-3.5 9 3 0 3.6-3.5 3.6-9l.2 9.3M11 35.5c8-.8 17 .6 25-.3',
  },
];

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
