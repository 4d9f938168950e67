import type {DisagreementRecord} from '../storage/index.ts';

type Entry = DisagreementRecord['entry'];

/** An entry of a disagreement without what `cut` takes out of its words; `null` where it takes nothing out. */
export function redactedEntry(entry: Entry, cut: (said: object) => unknown): Entry | null {
  const {words} = entry;
  const said =
    entry.act === 'opened' ? {words, wish: entry.wish, why: entry.why, quote: entry.quote} : {words};
  const left = cut(said);
  // It gives what it was given, but for words in texts.
  return left === null ? null : {...entry, ...(left as typeof said)};
}
