import {readFileSync, statSync} from 'node:fs';
import {z} from 'zod';
import {telephone} from './settings.ts';

/** The most that a file of a council's words may hold, in bytes. */
const MOST_BYTES = 16 * 1024;

const webLink = z
  .url({
    protocol: /^https$/,
    hostname: z.regexes.domain,
    error: 'must be an address that starts with https://',
  })
  .max(300, 'must have at most 300 characters');
const text = (most: number) =>
  z
    .string('must be text')
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must have at most ${most} characters`);

const route = z.strictObject(
  {
    name: text(100).describe('Who helps there'),
    words: text(600).describe('What they do, and how to reach them'),
    link: webLink.optional(),
    phone: z.string().regex(telephone, 'must be a telephone number, such as 01632 960 188').optional(),
  },
  {error: sayWhy},
);

const councilWordsFile = z.strictObject(
  {advice: route.optional(), mediation: route.optional(), appeal: route.optional()},
  {error: sayWhy},
);

/** What a council says of who advises families, who mediates and how to appeal; of what it leaves out, it says nothing of its own. */
export type CouncilWords = z.output<typeof councilWordsFile>;

/** Reads the file that a setting names; a wrong one stops the start with one sentence that says what is wrong. */
export function readCouncilWords(file: string | null): CouncilWords | null {
  if (file === null) return null;
  const parsed = councilWordsFile.safeParse(jsonIn(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'it' : issue.path.join('.');
  throw wrong(`${where} ${issue?.message ?? 'is something else'}.`);
}

function jsonIn(file: string): unknown {
  let written: string | null = null;
  try {
    if (statSync(file).size <= MOST_BYTES) written = readFileSync(file, 'utf8');
  } catch {
    throw wrong('this one can’t be read.');
  }
  if (written === null) throw wrong(`this one has more than ${MOST_BYTES / 1024} kB.`);
  try {
    return JSON.parse(written);
  } catch {
    throw wrong('this one can’t be read as JSON.');
  }
}

function wrong(what: string): Error {
  return new Error(`GOLDTHREAD_COUNCIL_WORDS must be a file with a council’s words: ${what}`);
}

function sayWhy(issue: {readonly code?: string; readonly keys?: readonly string[]}): string {
  return issue.code === 'unrecognized_keys'
    ? `has no place for ${(issue.keys ?? []).join(', ')}`
    : 'must be an object';
}
