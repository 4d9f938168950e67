import {fail, ok, type Result} from '@goldthread/schema';
import type {Environment} from './config.ts';

/** The environment variable of a limit: `messageBytes` is `GOLDTHREAD_SYNC_MESSAGE_BYTES`. */
export function limitSettingName(prefix: string, limit: string): string {
  return prefix + limit.replaceAll(/[A-Z]/g, letter => `_${letter}`).toUpperCase();
}

/**
 * A set of limits with those that the environment names put in place of the defaults. A variable that starts with the
 * prefix and names no limit is as wrong as one that is no number above zero; the failure is a sentence about it.
 */
export function limitsFrom<Limits extends {readonly [Name in keyof Limits]: number}>(
  prefix: string,
  defaults: Limits,
  environment: Environment,
): Result<Limits, string> {
  const names = new Map(Object.keys(defaults).map(limit => [limitSettingName(prefix, limit), limit]));
  const changed: Record<string, number> = {};
  for (const [name, text] of Object.entries(environment)) {
    if (!name.startsWith(prefix) || text === undefined || text === '') continue;
    const limit = names.get(name);
    if (limit === undefined) return fail(`${name} is not a setting.`);
    const value = Number(text);
    if (!Number.isFinite(value) || value <= 0) return fail(`${name} must be a number above 0.`);
    changed[limit] = value;
  }
  return ok({...defaults, ...changed});
}
