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
