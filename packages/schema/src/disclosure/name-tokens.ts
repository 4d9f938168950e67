import {plainText} from '../base/words.ts';

/** One word of a text, as far as telling names from other words needs. */
export interface NameToken {
  /** As words are compared, without a possessive ending. */
  readonly plain: string;
  /** The halves of a double name. */
  readonly parts: readonly string[];
  readonly start: number;
  /** Where the name ends, before its possessive ending. */
  readonly nameEnd: number;
  readonly isCapital: boolean;
  /** Capitals alone, such as SENCO. */
  readonly isAcronym: boolean;
  readonly isPossessive: boolean;
  /** It begins a sentence, so its capital says nothing. */
  readonly isFirst: boolean;
  /** Nothing but a space, or the dot of a title, parts it from the word before. */
  readonly isJoined: boolean;
  /** The same, or a comma. */
  readonly isNear: boolean;
}

const TOKEN = /(?<!\p{Number})\p{L}(?:[\p{L}'-]*\p{L})?/gu;
const POSSESSIVE = /'s$/iu;
const SENTENCE = /[.!?:;•\n"(]\s*$/u;
const TITLE_DOT = /\b(?:mr|mrs|ms|dr|prof|rev|st|sgt|\p{Lu})\.\s*$/iu;

/** The words of a text made flat. */
export function nameTokens(flat: string): NameToken[] {
  let last = 0;
  return [...flat.matchAll(TOKEN)].map(match => {
    const [word] = match;
    const start = match.index;
    const gap = flat.slice(last, start);
    const isTitleDot = TITLE_DOT.test(flat.slice(Math.max(0, last - 6), start));
    const isPossessive = POSSESSIVE.test(word);
    const name = isPossessive ? word.slice(0, -2) : word;
    const isOpening = last === 0 || SENTENCE.test(gap);
    last = start + word.length;
    const plain = plainText(name).replaceAll(' ', '-');
    return {
      plain,
      parts: plain.split('-'),
      start,
      nameEnd: start + name.length,
      isCapital: /^\p{Lu}/u.test(word),
      isAcronym: name.length > 1 && name === name.toUpperCase(),
      isPossessive,
      isFirst: isOpening && !isTitleDot,
      isJoined: gap === ' ' || (isTitleDot && /^\.? ?$/u.test(gap)),
      isNear: /^,? $/u.test(gap),
    };
  });
}
