import * as Y from 'yjs';
import type {Carry} from './carry.ts';

/** Characters that stand beside each other and were first written by one person; null is the server or an import. */
export interface AuthorRun<Person> {
  readonly person: Person | null;
  /** First character, counted as JavaScript counts them. */
  readonly start: number;
  readonly length: number;
}

/** Who first wrote each live character of a text, in order. */
export function authorsOf<Person>(text: Y.XmlText, carry: Carry<Person>): AuthorRun<Person>[] {
  const runs: AuthorRun<Person>[] = [];
  let start = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    for (let done = 0; done < item.length;) {
      const writer = carry.writerOf({client: item.id.client, clock: item.id.clock + done});
      const length = Math.min(writer.length, item.length - done);
      const last = runs.at(-1);
      if (last !== undefined && last.person === writer.person) {
        runs[runs.length - 1] = {...last, length: last.length + length};
      } else {
        runs.push({person: writer.person, start, length});
      }
      start += length;
      done += length;
    }
  }
  return runs;
}
