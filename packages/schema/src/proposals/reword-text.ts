import {diffIndices} from 'node-diff3';
import type * as Y from 'yjs';
import type {PmJson} from '../prosemirror/pm-json.ts';
import {readText} from '../ydoc/read-root.ts';

type Marks = Readonly<Record<string, unknown>>;

const WORD = /\s+|[^\s]+/gu;

/** Gives a text other words and formats, word by word, so that words that stay keep who wrote them. */
export function rewordText(text: Y.XmlText, wanted: readonly PmJson[]): void {
  const words = wanted.map(run => run.text ?? '').join('');
  if (text.doc === null) {
    text.applyDelta(wanted.map(run => ({insert: run.text ?? '', attributes: marksOf(run)})));
    return;
  }
  rewordPlain(text, words);
  let at = 0;
  for (const run of wanted) {
    const length = run.text?.length ?? 0;
    reformat(text, at, length, marksOf(run));
    at += length;
  }
}

function rewordPlain(text: Y.XmlText, words: string): void {
  const old = plain(text).match(WORD) ?? [];
  const young = words.match(WORD) ?? [];
  const starts = startsOf(old);
  for (const {buffer1, buffer1Content, buffer2Content} of diffIndices<string>(old, young).reverse()) {
    const at = starts[buffer1[0]] ?? 0;
    if (buffer2Content.length > 0) text.insert(at, buffer2Content.join(''), {});
    const gone = buffer1Content.join('').length;
    if (gone > 0) text.delete(at + buffer2Content.join('').length, gone);
  }
}

function startsOf(words: readonly string[]): number[] {
  const starts = [0];
  for (const word of words) starts.push((starts.at(-1) ?? 0) + word.length);
  return starts;
}

/** Sets the formats of a stretch where they are others. */
function reformat(text: Y.XmlText, from: number, length: number, wanted: Marks): void {
  let at = 0;
  for (const run of readText(text)) {
    const [start, end] = [Math.max(at, from), Math.min(at + (run.text?.length ?? 0), from + length)];
    at += run.text?.length ?? 0;
    if (start >= end) continue;
    const now = marksOf(run);
    const changes = Object.fromEntries(
      [...new Set([...Object.keys(now), ...Object.keys(wanted)])].flatMap(name =>
        JSON.stringify(now[name]) === JSON.stringify(wanted[name]) ? [] : [[name, wanted[name] ?? null]],
      ),
    );
    if (Object.keys(changes).length > 0) text.format(start, end - start, changes);
  }
}

function plain(text: Y.XmlText): string {
  return readText(text)
    .map(run => run.text ?? '')
    .join('');
}

function marksOf({marks = []}: PmJson): Marks {
  return Object.fromEntries(marks.map(mark => [mark.type, {...mark.attrs}]));
}
