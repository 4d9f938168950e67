import {parseId, type Brand} from '@goldthread/schema';

/** What is known of the fields of an answer: any may be there, each may be anything. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of something that came from outside; none where it is no object. */
export function fieldsOf(value: unknown): Fields {
  // Any object can be asked for any field; what it holds stays unknown.
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** A list in an answer; empty where there is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text; empty where there is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A text, or null where there is none. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A moment in time, or null where there is none. */
export function momentOf(value: unknown): Date | null {
  const at = typeof value === 'string' ? new Date(value) : null;
  return at === null || Number.isNaN(at.getTime()) ? null : at;
}

/** One of a list of names, or null for anything else. */
export function oneOf<Name extends string>(names: readonly Name[], value: unknown): Name | null {
  return names.find(name => name === value) ?? null;
}

/** An id, or null for anything else. */
export function idOf<Id extends Brand<string, string>>(value: unknown): Id | null {
  const id = parseId<Id>(value);
  return id.ok ? id.value : null;
}

/** The ids in a list; what isn't one is left out. */
export function idsOf<Id extends Brand<string, string>>(value: unknown): readonly Id[] {
  return listOf(value).flatMap(one => idOf<Id>(one) ?? []);
}
