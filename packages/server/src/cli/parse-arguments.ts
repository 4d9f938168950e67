import {parseArgs} from 'node:util';
import {fail, ok, type Result} from '@goldthread/schema';
import type {ServeFlags} from '../config/index.ts';

/** What the command line asks for. */
export type Command =
  | {readonly name: 'serve'; readonly flags: ServeFlags}
  | {readonly name: 'verify'; readonly flags: ServeFlags}
  | {readonly name: 'backup'; readonly flags: ServeFlags; readonly folder: string}
  | {readonly name: 'restore'; readonly flags: ServeFlags; readonly folder: string}
  | {readonly name: 'schema'}
  | {readonly name: 'help'};

/** What `goldthread help` prints. */
export const USAGE = `goldthread serve [--data DIR] [--port N] [--host H] [--demo]   serve plans
goldthread verify [--data DIR]                                 check that everything opens and nothing was changed
goldthread backup DEST [--data DIR]                            copy the data into a new folder, also while it is served
goldthread restore SRC [--data DIR]                            make a data folder of a backup
goldthread schema                                              print the JSON Schema of a plan file
`;

const COMMANDS = 'serve, verify, backup, restore or schema';

const SERVE = {
  data: {type: 'string'},
  port: {type: 'string'},
  host: {type: 'string'},
  demo: {type: 'boolean'},
} as const;

const DATA = {data: {type: 'string'}} as const;

/** Reads the command line; the failure is one sentence that names what isn't understood. */
export function parseArguments(args: readonly string[]): Result<Command, string> {
  const [name, ...rest] = args;
  switch (name) {
    case 'serve':
      return orSentence(name, () => {
        const options = {args: rest, options: SERVE, strict: true, allowPositionals: false} as const;
        return ok({name, flags: parseArgs(options).values});
      });
    case 'verify':
      return orSentence(name, () => {
        const options = {args: rest, options: DATA, strict: true, allowPositionals: false} as const;
        return ok({name, flags: parseArgs(options).values});
      });
    case 'backup':
    case 'restore':
      return orSentence(name, () => parseFolder(name, rest));
    case 'schema':
      return rest.length === 0 ? ok({name}) : fail(`schema takes nothing after it, not "${rest[0] ?? ''}".`);
    case undefined:
    case 'help':
    case '--help':
      return ok({name: 'help'});
    default:
      return fail(`There is no command "${name}". Use ${COMMANDS}.`);
  }
}

function parseFolder(name: 'backup' | 'restore', args: string[]): Result<Command, string> {
  const {values, positionals} = parseArgs({args, options: DATA, strict: true, allowPositionals: true});
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) {
    return fail(`${name} takes one folder: the one to ${name === 'backup' ? 'copy into' : 'restore from'}.`);
  }
  return ok({name, flags: values, folder});
}

function orSentence(name: string, parse: () => Result<Command, string>): Result<Command, string> {
  try {
    return parse();
  } catch (error) {
    // parseArgs has no other way to say which option it doesn't know; its message names just that.
    return fail(error instanceof Error ? firstSentence(error.message) : `${name} was not understood.`);
  }
}

function firstSentence(message: string): string {
  const [sentence = message] = message.split(/(?<=\.)\s/);
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
