import type {Fill} from '@goldthread/schema/symbols';
import type {Drawing} from './picture.ts';

const HAIR: readonly string[] = [
  'M11 24C8 10 17 5 25 6s16 4 13 17c-4-2-5-7-7-8-6 4-13 3-17 1-1 3-2 5-3 8Z',
  'M10 30C6 12 16 5 25 6s18 6 13 26c-2-4-1-9-3-14-7 2-15 1-20-3-1 5-3 9-5 15Z',
  'M12 20c1-9 7-14 13-14s12 4 12 13c-8-4-17-4-25 1Z',
];
const TONES: readonly Fill[] = ['wall-good', 'glow', 'sheet'];
const HAIRS: readonly Fill[] = ['roof-good', 'roof-worry', 'roof-dream', 'leaf'];

/** A friendly face, the same for the same person each time; it says nothing of what the person looks like. */
export function faceOf(id: string): Drawing {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  const hair = HAIR[sum % HAIR.length] ?? '';
  return [
    {
      d: 'M37 26c0 9-5 16-12 16s-13-7-13-16 5-15 13-15 12 6 12 15Z',
      fill: TONES[sum % TONES.length] ?? 'glow',
    },
    {d: hair, fill: HAIRS[(sum >> 2) % HAIRS.length] ?? 'leaf'},
    {d: 'M36 25.5c0 9-4.500 16-12 16.200-7.500-.2-12.500-7-12.500-16'},
    {d: hair},
    {d: 'M19.500 27v.8M29.500 27v.8M19.500 33.500c3 3 7 3 10-.2'},
  ];
}
