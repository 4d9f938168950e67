import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {seededRandom} from '@goldthread/schema/testing';
import type {Logger} from '../../../packages/server/src/ports/index.ts';
import {ADMIN} from '../../../packages/server/src/testing/index.ts';
import {Dice} from '../gate-world.ts';
import {flush} from '../proof/cast.ts';
import {Stage, type Mutant} from '../proof/stage.ts';
import {breakGlass, changeAccess, look, lookAs, lookTogether, lookUnsure, wait} from './acts-of-looking.ts';
import {approve, keepContact, release, review, undo, withhold, withholdOpen} from './acts-of-keeping.ts';
import {guess, purge, writeInside, writeOpenly} from './acts-of-writing.ts';
import {Household} from './household.ts';
import {Markers} from './markers.ts';

/** How many plans share a server, and how many sessions are held on each. */
const HOUSEHOLDS = 2;
const SESSIONS = 50;
const ACTS_AT_MOST = 5;

type Act = (house: Household) => Promise<void>;

/** What happens in a session; what stands here twice happens twice as often. */
const ACTS: readonly Act[] = [
  ...[withhold, withhold, withholdOpen, approve, review, undo, release, keepContact],
  ...[writeOpenly, writeInside, writeInside, writeInside, purge, guess, guess],
  ...[look, look, look, lookAs, lookTogether, lookUnsure, breakGlass, changeAccess, wait],
];
/** What may happen at the same time as anything else. */
const MEANWHILE: readonly Act[] = [look, writeInside, guess, lookAs];

/** What came of the sessions on one server. */
export interface Findings {
  readonly sessions: number;
  readonly markers: number;
  /** What is wrong, with what was done before, or `null`. */
  readonly problem: string | null;
}

/** Holds the sessions of one seed, on plans that share a server. The first marker where it must not be ends it. */
export async function playHouses(seed: number, mutant: Mutant = {}): Promise<Findings> {
  const markers = new Markers(seededRandom(seed));
  const log: string[] = [];
  const stage = await Stage.start({mutant, logger: loggerInto(log)});
  const dice = new Dice(seed);
  const houses = Array.from(
    {length: HOUSEHOLDS},
    (_one, at) => new Household(stage, seed * 100 + at, markers),
  );
  let sessions = 0;
  try {
    for (const house of houses) await house.moveIn();
    while (sessions < HOUSEHOLDS * SESSIONS) {
      const house = houses[dice.below(HOUSEHOLDS)] ?? houses[0];
      if (house === undefined) break;
      sessions += 1;
      house.log.push(`session ${sessions}`);
      await session(house, dice);
      const problem = house.look() ?? (await lookAround(stage, markers, log));
      if (problem !== null)
        return {sessions, markers: markers.count, problem: `${problem}\n${house.log.join('\n')}`};
    }
    return {sessions, markers: markers.count, problem: inFiles(stage.folder, markers)};
  } finally {
    await stage.stop();
  }
}

async function session(house: Household, dice: Dice): Promise<void> {
  const count = 2 + dice.below(ACTS_AT_MOST - 1);
  for (let act = 0; act < count; act += 1) {
    const what = dice.pick(ACTS) ?? look;
    const meanwhile = dice.below(3) === 0 ? dice.pick(MEANWHILE) : undefined;
    house.log.push(`${what.name}${meanwhile === undefined ? '' : ` while ${meanwhile.name}`}`);
    await Promise.all([what(house), meanwhile?.(house)]);
  }
  await flush(house.watched.map(({person}) => person));
}

/** What the server says of itself: no words at all, whoever may know them. */
async function lookAround(stage: Stage, markers: Markers, log: string[]): Promise<string | null> {
  const logged = log.splice(0).find(line => markers.anyIn(line) !== null);
  if (logged !== undefined) return `The log says words: ${logged}`;
  const metrics = await stage.ask({method: 'GET', path: '/metrics', headers: ADMIN});
  return markers.anyIn(metrics) === null ? null : `The metrics say words: ${metrics}`;
}

function inFiles(folder: string, markers: Markers): string | null {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter(one => one.isFile());
  const found = files.find(
    one => markers.anyIn(readFileSync(join(one.parentPath, one.name)).toString('latin1')) !== null,
  );
  return found === undefined ? null : `${found.name} holds words that anybody can read who gets hold of it.`;
}

function loggerInto(lines: string[]): Logger {
  const write = (fields: object, event: string): void => {
    lines.push(JSON.stringify({...fields, event}));
  };
  return {info: write, warn: write, error: write};
}
