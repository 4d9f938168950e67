/** What a grown-up said. */
export interface ToldWords {
  readonly words: string;
  readonly byName: string;
}

/** What came of one thing that the child said. */
export interface ToldThing {
  readonly id: string;
  readonly words: string;
  /** It stands in the plan, word for word. */
  readonly isQuoted: boolean;
  /** The child may put it there, or take it out again. */
  readonly mayQuote: boolean;
  /** What was written because of it. */
  readonly wrote: readonly string[];
  /** Why it is not in the plan. */
  readonly reason: ToldWords | null;
  readonly done: readonly (ToldWords & {readonly on: string})[];
  readonly answers: readonly ToldWords[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads the answer to `GET /api/plans/:plan/you-said`; what is missing in a part counts as empty. */
export function readTold(body: unknown): readonly ToldThing[] {
  return listOf(fieldsOf(body)['said']).map(one => ({
    id: text(one, 'id'),
    words: text(one, 'words'),
    isQuoted: one['isQuoted'] === true,
    mayQuote: one['mayQuote'] === true,
    wrote: Array.isArray(one['wrote']) ? one['wrote'].filter(words => typeof words === 'string') : [],
    reason: one['reason'] === null || one['reason'] === undefined ? null : wordsOf(fieldsOf(one['reason'])),
    done: listOf(one['done']).map(deed => ({...wordsOf(deed), on: text(deed, 'on')})),
    answers: listOf(one['answers']).map(wordsOf),
  }));
}

function wordsOf(one: Fields): ToldWords {
  return {words: text(one, 'words'), byName: text(one, 'byName')};
}

function fieldsOf(value: unknown): Fields {
  // Any object can be asked for any field; what it holds stays unknown.
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

function text(one: Fields, name: string): string {
  const value = one[name];
  return typeof value === 'string' ? value : '';
}
