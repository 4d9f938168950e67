import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, listOf, momentOf, textOf, textOrNull} from './read.ts';

/** A person as who wrote something is shown. */
export interface Writer {
  readonly id: string;
  readonly name: string;
  readonly relationship: string;
}

/** Words that one person first wrote; nobody's where they came with the plan, or were put there from elsewhere. */
export interface WrittenPassage {
  readonly words: string;
  readonly by: Writer | null;
  readonly typedFor: Writer | null;
  readonly at: Date | null;
}

/** What somebody did last, and when. */
export interface LastDeed {
  readonly by: Writer;
  readonly at: Date | null;
}

/** Who wrote what of an item, as far as this reader may know. */
export interface ItemAuthors {
  readonly type: string;
  readonly owner: Writer | null;
  readonly typedBy: Writer | null;
  /** Whether its owner said that what was typed for them is right; `null` where nobody typed it for them. */
  readonly isRight: boolean | null;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly present: readonly string[];
  readonly session: {
    readonly date: string;
    readonly place: string;
    readonly askedBy: string;
    readonly present: readonly string[];
    readonly prompts: readonly string[];
  } | null;
  readonly blocks: readonly (readonly WrittenPassage[])[];
  readonly wrote: LastDeed | null;
  readonly tookOut: LastDeed | null;
}

/** Asks who wrote an item. */
export function askAuthors(http: PlanHttp, item: string): Promise<RecordAnswer<ItemAuthors>> {
  return askPlan(http, ['GET', `/items/${encodeURIComponent(item)}/authors`], readAuthors);
}

/** Says that what somebody typed for oneself is right. */
export function sayRight(http: PlanHttp, item: string): Promise<RecordAnswer<true>> {
  return askPlan(http, ['POST', `/items/${encodeURIComponent(item)}/right`], () => true, {});
}

function readAuthors(body: unknown): ItemAuthors | null {
  const fields = fieldsOf(body);
  if (!Array.isArray(fields['blocks'])) return null;
  const session =
    textOrNull(fieldsOf(fields['session'])['date']) === null ? null : fieldsOf(fields['session']);
  return {
    type: textOf(fields['type']),
    owner: readWriter(fields['owner']),
    typedBy: readWriter(fields['typedBy']),
    isRight: typeof fields['isRight'] === 'boolean' ? fields['isRight'] : null,
    facts: Object.fromEntries(
      Object.entries(fieldsOf(fields['facts'])).flatMap(([name, value]) =>
        typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
          ? [[name, value]]
          : [],
      ),
    ),
    present: textsOf(fields['present']),
    session:
      session === null
        ? null
        : {
            date: textOf(session['date']),
            place: textOf(session['place']),
            askedBy: textOf(session['askedBy']),
            present: textsOf(session['present']),
            prompts: textsOf(session['prompts']),
          },
    blocks: listOf(fields['blocks']).map(block => listOf(block).map(readPassage)),
    wrote: readDeed(fields['wrote']),
    tookOut: readDeed(fields['tookOut']),
  };
}

function readPassage(body: unknown): WrittenPassage {
  const fields = fieldsOf(body);
  return {
    words: textOf(fields['words']),
    by: readWriter(fields['by']),
    typedFor: readWriter(fields['typedFor']),
    at: momentOf(fields['at']),
  };
}

function readDeed(body: unknown): LastDeed | null {
  const by = readWriter(fieldsOf(body)['by']);
  return by === null ? null : {by, at: momentOf(fieldsOf(body)['at'])};
}

function readWriter(body: unknown): Writer | null {
  const {id, name, relationship} = fieldsOf(body);
  const found = {id: textOf(id), name: textOf(name), relationship: textOf(relationship)};
  return found.name === '' ? null : found;
}

function textsOf(list: unknown): readonly string[] {
  return listOf(list).map(textOf);
}
