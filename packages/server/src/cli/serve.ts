import {fileURLToPath} from 'node:url';
import {pino} from 'pino';
import {buildServer, type GoldthreadServer} from '../build-server.ts';
import {readCouncilWords, type Config} from '../config/index.ts';
import {createDemoPlans, printDemoLinks} from '../demo/index.ts';
import {openDataFolder} from '../open-storage.ts';
import {systemClock, systemRandom, type Logger} from '../ports/index.ts';
import type {SyncLimits} from '../sync/index.ts';
import {schoolSymbols} from './school-symbols.ts';

const PAGES = fileURLToPath(new URL('../../../editor/dist', import.meta.url));
const STANDARD_ERROR = 2;

/** Starts a server on this machine: SQLite in the data folder, the real clock, logs on standard error. */
export async function serve(
  config: Config,
  syncLimits: SyncLimits,
  print: (line: string) => void,
): Promise<GoldthreadServer> {
  const logger: Logger = pino(
    {level: config.logLevel, base: null, serializers: {}},
    pino.destination(STANDARD_ERROR),
  );
  const schoolsOwn = schoolSymbols(config.symbolsFile);
  const councilWords = readCouncilWords(config.councilWordsFile);
  const storage = openDataFolder(config.dataFolder, config.masterKeyFile, file => {
    print(`The master key was written to ${file}. Keep a copy of it, apart from every copy of the data.`);
  });
  const here = {clock: systemClock, random: systemRandom, logger, pagesFolder: PAGES};
  const ports = {...here, storage, schoolsOwn, councilWords, syncLimits};
  const server = await buildServer(config, ports);
  try {
    if (config.demo) await createDemoPlans(server.http);
    const address = await server.listen();
    if (config.demo) await printDemoLinks(server.http, print);
    print(`Goldthread is ready on ${address}`);
  } catch (error) {
    await server.close();
    throw error;
  }
  return server;
}
