import {spawn} from 'node:child_process';
import {delimiter, dirname, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The folder that holds the whole project. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A whole run has a quarter of an hour; a command that hangs must not take for ever to say so. */
const LIMIT_MS = 1_200_000;

/** How a command ended, and what it wrote to its standard output. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs a command in the project's folder with the project's own tools first in the path; shows what it prints. */
export function runCommand(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const path = [resolve(ROOT, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']].join(
    delimiter,
  );
  return new Promise((done, broken) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: {...process.env, ...environment, PATH: path},
      stdio: ['ignore', 'pipe', 'inherit'],
      // A group of its own, so that whatever it started can be ended with it.
      detached: true,
    });
    const endAll = (): void => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // All of it has ended.
      }
    };
    const limit = setTimeout(endAll, LIMIT_MS);
    const interrupted = (): void => process.exit(130);
    process.once('exit', endAll);
    process.once('SIGINT', interrupted);
    process.once('SIGTERM', interrupted);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
    child.on('error', broken);
    child.on('close', code => {
      clearTimeout(limit);
      process.off('exit', endAll);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
      done({code: code ?? 1, output});
    });
  });
}
