import {parseArgs} from 'node:util';
import {fail, ok, type Result} from '@goldthread/schema';
import type {ServeFlags} from '../config/index.ts';

/** What the command line asks for. */
export type Command =
  {readonly name: 'serve'; readonly flags: ServeFlags} | {readonly name: 'schema'} | {readonly name: 'help'};

/** What `goldthread help` prints. */
export const USAGE = `goldthread serve [--data DIR] [--port N] [--host H] [--demo]   serve plans
goldthread schema                                              print the JSON Schema of a plan file
`;

const OPTIONS = {
  data: {type: 'string'},
  port: {type: 'string'},
  host: {type: 'string'},
  demo: {type: 'boolean'},
} as const;

/** Reads the command line; the failure is one sentence that names what isn't understood. */
export function parseArguments(args: readonly string[]): Result<Command, string> {
  const [name, ...rest] = args;
  switch (name) {
    case 'serve':
      return parseServe(rest);
    case 'schema':
      return rest.length === 0 ? ok({name}) : fail(`schema takes nothing after it, not "${rest[0] ?? ''}".`);
    case undefined:
    case 'help':
    case '--help':
      return ok({name: 'help'});
    default:
      return fail(`There is no command "${name}". Use serve or schema.`);
  }
}

function parseServe(args: readonly string[]): Result<Command, string> {
  try {
    const {values} = parseArgs({args: [...args], options: OPTIONS, strict: true, allowPositionals: false});
    return ok({name: 'serve', flags: values});
  } catch (error) {
    // parseArgs has no other way to say which option it doesn't know; its message names just that.
    return fail(error instanceof Error ? firstSentence(error.message) : 'serve was not understood.');
  }
}

function firstSentence(message: string): string {
  const [sentence = message] = message.split(/(?<=\.)\s/);
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
