import {resolve} from 'node:path';
import {backUp} from './back-up.ts';
import type {DataPaths} from './data-paths.ts';
import {restore} from './restore.ts';
import {verifyFolder} from './verify-folder.ts';
import type {Verdict} from '../verify/index.ts';

/** A command about data: what it asks for, and the folder beside the data folder where there is one. */
export type DataCommand =
  | {readonly name: 'verify'}
  | {readonly name: 'backup'; readonly folder: string}
  | {readonly name: 'restore'; readonly folder: string};

/** What a command says: on standard output, and what is wrong, on standard error, which makes the exit code 1. */
export interface Said {
  readonly lines: readonly string[];
  readonly wrong: readonly string[];
}

/** Runs a command about a data folder. Throws what stops it from running at all. */
export async function runDataCommand(command: DataCommand, paths: DataPaths, now: number): Promise<Said> {
  switch (command.name) {
    case 'verify': {
      const verdict = verifyFolder(paths);
      return said(verdict, [`Everything in ${paths.dataFolder} is as it was written: ${counts(verdict)}.`]);
    }
    case 'backup': {
      const into = resolve(command.folder);
      const plans = await backUp(paths.dataFolder, into);
      const lines = [
        `Copied ${number(plans, 'plan')} with their keys to ${into}.`,
        `The master key ${paths.masterKeyFile} is not in it: keep a copy of that apart from this one.`,
      ];
      return {lines, wrong: []};
    }
    case 'restore': {
      const verdict = await restore(resolve(command.folder), paths, now);
      return said(verdict, [
        `Restored into ${paths.dataFolder}: ${counts(verdict)}.`,
        'What was decided since that backup, such as access that ended or words that were withheld, is not in it.',
        'So nobody is signed in and no older link works. Look at each plan, then invite its people again.',
      ]);
    }
  }
}

function said({findings}: Verdict, lines: readonly string[]): Said {
  if (findings.length === 0) return {lines, wrong: []};
  return {lines: [], wrong: findings.map(({row, problem}) => `${row} ${problem}.`)};
}

function counts({plans, documents, rows}: Verdict): string {
  return `${number(plans, 'plan')}, ${number(documents, 'document')}, ${number(rows, 'sealed row')}`;
}

function number(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
