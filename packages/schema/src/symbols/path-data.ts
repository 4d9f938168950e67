/** How many numbers each command of a path takes at a time. */
const NUMBERS: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};

const BETWEEN = /[\s,]*/y;
const COMMAND = /[MLHVCSQTAZ]/iy;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;
/** The two numbers of an arc that are a yes or a no may stand without a space behind them. */
const FLAG = /[01]/y;

/**
 * What is wrong with the path data of a picture, to stand behind its name in a sentence, or null. It has to be whole
 * commands with their numbers from the first `M` on, and nothing else at all.
 */
export function pathDataProblem(d: string): string | null {
  let at = lengthOf(BETWEEN, d, 0);
  let command = '';
  let numbers = 0;
  while (at < d.length) {
    const letter = lengthOf(COMMAND, d, at) > 0 ? d.charAt(at) : '';
    if (letter !== '') {
      if (command === '' && letter.toUpperCase() !== 'M') return `must begin with M, not with ${letter}`;
      if (!isWhole(command, numbers)) return tooFew(command);
      command = letter;
      numbers = 0;
    } else {
      const length = lengthOf(isFlag(command, numbers) ? FLAG : NUMBER, d, at);
      if (length === 0) return `may hold only path commands and numbers, not ${charAt(d, at)}`;
      if (command === '') return 'must begin with M, not with a number';
      if (NUMBERS[command.toUpperCase()] === 0) return `has a number behind ${command}, which takes none`;
      numbers += 1;
      at += length - 1;
    }
    at += 1;
    at += lengthOf(BETWEEN, d, at);
  }
  if (command === '') return 'must not be empty';
  return isWhole(command, numbers) ? null : tooFew(command);
}

function lengthOf(pattern: RegExp, d: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(d)?.[0].length ?? 0;
}

function isFlag(command: string, numbers: number): boolean {
  return command.toUpperCase() === 'A' && (numbers % 7 === 3 || numbers % 7 === 4);
}

function isWhole(command: string, numbers: number): boolean {
  const each = NUMBERS[command.toUpperCase()] ?? 0;
  return each === 0 || (numbers > 0 && numbers % each === 0);
}

function tooFew(command: string): string {
  return `must give ${command} ${NUMBERS[command.toUpperCase()] ?? 0} numbers at a time`;
}

function charAt(d: string, at: number): string {
  return `${JSON.stringify(String.fromCodePoint(d.codePointAt(at) ?? 0))} at character ${at + 1}`;
}
