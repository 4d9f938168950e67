/** Two ranges of characters, so that one of them takes two code units, as emoji do. */
const SHORT = 0x4e00;
const LONG = 0x20000;
const PEOPLE = 6;

/**
 * Gives one person characters of which each is written once by nobody else, so that whatever becomes of it can be told from the
 * text alone.
 */
export class OwnWords {
  readonly #person: number;
  #count = 0;

  /** @param person a number from 0 to 5 */
  constructor(person: number) {
    this.#person = person;
  }

  /** So many characters that nobody ever typed. */
  next(length: number): string {
    let text = '';
    for (let index = 0; index < length; index += 1) {
      const number = this.#count * PEOPLE + this.#person;
      // Every fifth takes two code units.
      text += String.fromCodePoint((this.#count % 5 === 4 ? LONG : SHORT) + number);
      this.#count += 1;
    }
    return text;
  }
}

/** The characters of {@link OwnWords} in a text, one by one. */
export function ownCharacters(text: string): string[] {
  return text.match(/[\u4e00-\u9fff]|[\u{20000}-\u{2a6df}]/gu) ?? [];
}
