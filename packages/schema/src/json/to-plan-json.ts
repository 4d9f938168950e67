import type {Plan} from './plan-file.ts';

/** A value that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json};

/** A plan as the plain data of a file. Gives back what {@link fromPlanJson} read, with nothing added or left out. */
export function toPlanJson(plan: Plan): Json {
  return plain(plan);
}

function plain(value: unknown): Json {
  if (Array.isArray(value)) return value.map(one => plain(one));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    return Object.fromEntries(entries.map(([key, one]) => [key, plain(one)]));
  }
  // A plan came from JSON or was made of strings, numbers and booleans by this package.
  return value as Json;
}
