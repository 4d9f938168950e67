import * as Y from 'yjs';
import type {IdRange} from '../gate/index.ts';
import type {Carry} from './carry.ts';

/** Words that stand beside each other and were first written by one person; `null` is the server or an import. */
export interface Passage<Person> {
  readonly person: Person | null;
  readonly words: string;
  /** Where they were first written, as the log names it. */
  readonly written: readonly IdRange[];
}

/** What somebody took out of an item, as the log names it, and the words that stand in it, block by block. */
export interface ItemWording<Person> {
  readonly blocks: readonly (readonly Passage<Person>[])[];
  readonly deleted: readonly IdRange[];
}

/** Who first wrote the words of an item, and which were taken out of it. */
export function wordingOf<Person>(element: Y.XmlElement, carry: Carry<Person>): ItemWording<Person> {
  const blocks = textsOf(element)
    .map(text => passagesOf(text, carry))
    .filter(passages => passages.length > 0);
  const standing = new Set(blocks.flat().flatMap(({written}) => written.flatMap(lettersOf)));
  // Words that were deleted in one place and stand in another, as where a paragraph was split, are not gone.
  const isGone = (range: IdRange): boolean => {
    const source = carry.sourceOf(range).id;
    return !standing.has(letter(source.client, source.clock));
  };
  return {blocks, deleted: deletedFrom(element).flatMap(inLetters).filter(isGone)};
}

function textsOf(element: Y.XmlElement): Y.XmlText[] {
  return element.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsOf(child) : [];
  });
}

/** Who first wrote each live character of a text, in order. */
export function passagesOf<Person>(text: Y.XmlText, carry: Carry<Person>): Passage<Person>[] {
  const passages: Passage<Person>[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    for (let done = 0; done < item.length;) {
      const from = carry.sourceOf({client: item.id.client, clock: item.id.clock + done});
      const length = Math.min(from.length, item.length - done);
      const person = carry.writerOf(from.id).person;
      const written = [{...from.id, length}];
      const words = item.content.str.slice(done, done + length);
      const last = passages.at(-1);
      if (last?.person === person)
        passages[passages.length - 1] = {
          person,
          words: last.words + words,
          written: [...last.written, ...written],
        };
      else passages.push({person, words, written});
      done += length;
    }
  }
  return passages;
}

/** What was deleted of an element and of all that still stands in it. */
function deletedFrom(type: Y.XmlElement | Y.XmlText): IdRange[] {
  const ranges: IdRange[] = [];
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) ranges.push({...item.id, length: item.length});
    const inner = item.content instanceof Y.ContentType ? item.content.type : null;
    if (inner instanceof Y.XmlElement || inner instanceof Y.XmlText) ranges.push(...deletedFrom(inner));
  }
  return ranges;
}

function inLetters({client, clock, length}: IdRange): IdRange[] {
  return Array.from({length}, (_, at) => ({client, clock: clock + at, length: 1}));
}

function lettersOf(range: IdRange): string[] {
  return inLetters(range).map(({client, clock}) => letter(client, clock));
}

function letter(client: number, clock: number): string {
  return `${client} ${clock}`;
}
