import type {PmJson} from '../prosemirror/pm-json.ts';

/** One piece of a wording as text: a block that begins or ends, a sentence, or what stands between two sentences. */
export type Token = string;

const END = '/';
/** Parts two sentences, so that what changes in neighbours is told apart. */
const BETWEEN = '|';
/** Where a sentence ends, and a run of spaces with it. */
const SENTENCE = /[^]*?(?:[.!?]["'”’)\]]{0,2}\s+|$)/gu;

/**
 * Blocks as a row of tokens. A sentence is one token, because two changes in one sentence never make a third that nobody wrote:
 * whoever changed it last would have agreed to words that neither side suggested.
 */
export function tokensOf(blocks: readonly PmJson[]): Token[] {
  return blocks.flatMap(block => {
    const {type, attrs = {}, content = []} = block;
    const given = Object.entries(attrs).filter(([, value]) => value !== null);
    const start = JSON.stringify({type, ...(given.length > 0 && {attrs: Object.fromEntries(given)})});
    const runs = content.filter(child => child.text !== undefined);
    const inner = runs.length > 0 ? sentencesOf(runs) : tokensOf(content);
    return [start, ...inner, END];
  });
}

/** The blocks that a row of tokens says; `null` where it says none, as where two changes only half fit together. */
export function blocksOf(tokens: readonly Token[]): PmJson[] | null {
  const open: {readonly head: PmJson; readonly content: PmJson[]}[] = [];
  const roots: PmJson[] = [];
  for (const token of tokens) {
    const around = open.at(-1);
    if (token === END) {
      const block = open.pop();
      if (block === undefined) return null;
      const {head, content} = block;
      (open.at(-1)?.content ?? roots).push(content.length > 0 ? {...head, content: joined(content)} : head);
    } else if (token.startsWith('[')) {
      if (around === undefined) return null;
      // Only `sentencesOf` makes tokens that start so.
      around.content.push(...(JSON.parse(token) as PmJson[]));
    } else if (token !== BETWEEN) {
      open.push({head: JSON.parse(token) as PmJson, content: []});
    }
  }
  return open.length === 0 ? roots : null;
}

/** The sentences of a text, with the formats of their words. */
function sentencesOf(runs: readonly PmJson[]): Token[] {
  const text = runs.map(run => run.text ?? '').join('');
  const tokens: Token[] = [];
  let at = 0;
  for (const [sentence] of text.matchAll(SENTENCE)) {
    if (sentence === '') continue;
    if (tokens.length > 0) tokens.push(BETWEEN);
    tokens.push(JSON.stringify(slice(runs, at, at + sentence.length)));
    at += sentence.length;
  }
  return tokens;
}

function slice(runs: readonly PmJson[], from: number, to: number): PmJson[] {
  const parts: PmJson[] = [];
  let at = 0;
  for (const run of runs) {
    const text = (run.text ?? '').slice(Math.max(from - at, 0), Math.max(to - at, 0));
    if (text !== '') parts.push({...run, text});
    at += run.text?.length ?? 0;
  }
  return parts;
}

/** Neighbouring runs of one format are one run. */
function joined(content: readonly PmJson[]): PmJson[] {
  const parts: PmJson[] = [];
  for (const one of content) {
    const last = parts.at(-1);
    const isSame =
      one.text !== undefined &&
      last?.text !== undefined &&
      JSON.stringify(one.marks ?? []) === JSON.stringify(last.marks ?? []);
    if (isSame) parts[parts.length - 1] = {...last, text: last.text + one.text};
    else parts.push(one);
  }
  return parts;
}
