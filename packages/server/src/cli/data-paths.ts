import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {DATABASE_FILE} from '../storage/index.ts';

/** Where a server's data is, and its master key. */
export interface DataPaths {
  readonly dataFolder: string;
  readonly masterKeyFile: string;
}

/** Why a command about data could not be done, as a sentence for whoever gave it. */
export class DataProblem extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'DataProblem';
  }
}

/** Refuses a folder in which no plans are. */
export function requireData(folder: string): void {
  if (existsSync(join(folder, DATABASE_FILE))) return;
  throw new DataProblem(`There is no ${DATABASE_FILE} in ${folder}.`);
}

/** Refuses a folder in which something is already. */
export function requireEmpty(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  throw new DataProblem(`${folder} is not empty. Name a new folder.`);
}
