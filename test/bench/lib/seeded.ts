/** A seeded generator of floats in [0, 1), so that the same command sends the same edits (mulberry32). */
export type Seeded = () => number;

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number in [0, bound). */
export function whole(random: Seeded, bound: number): number {
  return Math.floor(random() * bound);
}

/** One of `choices`, which is never empty. */
export function pick<T>(random: Seeded, choices: readonly T[]): T {
  const chosen = choices[whole(random, choices.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

/** `length` noise bytes. */
export function noise(random: Seeded, length: number): Uint8Array {
  return Uint8Array.from({length}, () => whole(random, 256));
}

/** An identifier in the form that a plan's items carry: 22 characters of base64url. */
export function itemId(random: Seeded): string {
  return Buffer.from(noise(random, 16)).toString('base64url');
}

const STEMS = (
  'the of and to in a is that for it as was with be by on not but at are this have from or had an they which one you were ' +
  'all her she there would their we him been has when who will no more if out so said what up its about into than them can ' +
  'only other new some could time these two may then do first any my now such like our over even most made after also did ' +
  'many before must through back years where much your way well down should because each just those people how too little ' +
  'good very make still own see work long get here between both life being under never day same another know while last ' +
  'reading school lessons support therapist sessions weekly minutes review outcome need provision travel friends sleep ' +
  'morning transition adult small group speech language health care home family safe worried meeting report'
).split(' ');

/** One plausible English word, lower case, ASCII. */
export function word(random: Seeded): string {
  const stem = pick(random, STEMS);
  return random() < 0.12 ? stem + pick(random, ['s', 'ing', 'ed', 'ly']) : stem;
}

/** Words up to at least `length` characters. */
export function prose(random: Seeded, length: number): string {
  let text = '';
  while (text.length < length) text += `${word(random)} `;
  return text;
}

/** An endless typist: each call gives one character; a line feed ends an item. */
export function typist(random: Seeded): () => string {
  let waiting = '';
  let words = 0;
  let sentences = 0;
  const refill = (): void => {
    words++;
    const next = word(random);
    waiting = words === 1 ? next.charAt(0).toUpperCase() + next.slice(1) : next;
    if (words <= 6 + whole(random, 12)) {
      waiting += random() < 0.06 ? ', ' : ' ';
      return;
    }
    words = 0;
    sentences++;
    const ends = sentences >= 3 + whole(random, 4);
    if (ends) sentences = 0;
    waiting += ends ? '.\n' : '. ';
  };
  return () => {
    if (waiting === '') refill();
    const next = waiting.charAt(0);
    waiting = waiting.slice(1);
    return next;
  };
}
