import type {ArtPath, Fill} from '@goldthread/schema/symbols';
import {pen, wash} from './draw.ts';

/** The colour of something round that is as large as the picture. */
export const ROUND = 'M43 26c0 9-7 17-17 17S9 35 9 26 17 9 26 9s17 7 17 17Z';
/** The line around it. */
export const RING = 'M41 23.5C41.5 33 34 41 24.5 41S7 33.5 7.5 24 15 7 24.5 7 41.5 14 40.5 25';

/** Something round in one colour, such as a face without its features. */
export function face(fill: Fill): ArtPath[] {
  return [wash(fill, ROUND), pen(RING)];
}

/** Eyes of a large face. */
export const EYES = 'M17.5 20.5v1.5M31 20.5v1.5';

/** Head and shoulders without hair. */
export function bust(skin: Fill, clothes: Fill): ArtPath[] {
  return [
    wash(clothes, 'M8 48c0-9 6-13 17-13s18 4 18 13Z'),
    pen('M6 46.5c.5-8 5.5-11.5 12-12.5M30 34c7 1 11.5 4 12.5 12.5'),
    wash(skin, 'M37 22c0 7-5 12-12 12S14 29 14 22 18 9 25 9s12 5 12 13Z'),
  ];
}

/** The chin, the eyes and a smile of somebody with head and shoulders. */
export const SMILING = pen(
  'M35 20c.5 7.5-4 13-10.5 13S13 27.5 13.5 20M20 20.5v1M29 20.5v.5M20 26c2.5 3 6.5 3 9 0',
);

/** Hair with a straight fringe for somebody with head and shoulders. */
export const FRINGE = 'M13 19.5C11 11 17 6 24.5 6S37.5 11 35.5 19.5c-6-1.5-16-1.5-22.5 0';
/** The colour below that hair. */
export const FRINGE_WASH = 'M14 20C12 11 18 7 26 7S39 11 37 20c-6-1-17-1-23 0Z';

/** A smaller head that leaves room beside it. */
export const SMALL_HEAD: readonly ArtPath[] = [
  wash('wall-good', 'M27 25c0 14-20 14-20 0s20-12 20 0Z'),
  wash('roof-worry', 'M8 24c-3-14 22-14 19 0-3-1-4-3-4-5-4 2-7 2-10 1-1 2-3 3-5 4Z'),
  pen(
    'M25.5 24c.5 14-18.5 14-18.5 0-3-15 21.5-15 18.5 0-2.5-1-4-3-4.5-5-4 1.5-7 1.5-10 .5-.5 2-2 3.5-4 4.5M12.5 25v.5M20 25v.5M12.5 29c2 2 5.5 2 7.5 0',
  ),
];
