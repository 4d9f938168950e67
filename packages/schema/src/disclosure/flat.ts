/** A text made plain enough for patterns, and where each character of it stood. */
export interface Flat {
  readonly text: string;
  /** The place in the text as it was written of the character that begins, and of the end of the one that ends, a span. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const PLAIN = /[a-z0-9 .,]/i;
const MARK = /\p{Mark}/u;
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[’‘ʼ`´]/, "'"],
  [/[“”„«»]/, '"'],
  [/[\u2010-\u2015\u2212]/, '-'],
  [/[\t\v\f_]|[^\S\r\n]/, ' '],
];

/** Full-width letters become plain, accents are joined to their letters, quotes, dashes and spaces are made alike. */
export function flatten(text: string): Flat {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    if (MARK.test(character)) {
      const joined = ((units.at(-1) ?? '') + character).normalize('NFC');
      if (units.length > 0 && joined.length === 1) units[units.length - 1] = joined;
      if (units.length > 0) ends[ends.length - 1] = end;
    } else if (!INVISIBLE.test(character)) {
      const normal = plain(character);
      for (let index = 0; index < normal.length; index += 1) {
        units.push(normal.charAt(index));
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return {text: units.join(''), starts, ends};
}

function plain(character: string): string {
  if (PLAIN.test(character)) return character;
  const normal = character.normalize('NFKC');
  for (const [pattern, instead] of ALIKE) if (pattern.test(normal)) return instead;
  return normal;
}
