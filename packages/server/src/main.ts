import type {DataCommand} from './cli/run-data-command.ts';
import {USAGE, parseArguments} from './cli/parse-arguments.ts';
import {limitsFrom, parseConfig, type ServeFlags} from './config/index.ts';
import {SYNC_LIMITS} from './sync/limits.ts';

/** The only file that touches the process: arguments, environment, output, signals and the exit code. */

const WRONG_USE = 2;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function stopWith(sentence: string, code: number): void {
  process.stderr.write(`goldthread: ${sentence}\n`);
  process.exitCode = code;
}

async function runServer(flags: ServeFlags): Promise<void> {
  const config = parseConfig(process.env, flags);
  if (!config.ok) {
    stopWith(config.error, WRONG_USE);
    return;
  }
  const limits = limitsFrom('GOLDTHREAD_SYNC_', SYNC_LIMITS, process.env);
  if (!limits.ok) {
    stopWith(limits.error, WRONG_USE);
    return;
  }
  // Loaded late, so that a command that serves nothing doesn't wait for everything that serving needs.
  const {serve} = await import('./cli/serve.ts');
  const starting = serve(config.value, limits.value, print);
  const stop = (): void => {
    void starting
      .then(server => server.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  // From the start on: whoever reads that the server is ready may end it in the same moment.
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Whoever started this process is gone without a word: nobody is left to stop it.
  process.once('disconnect', stop);
  process.channel?.unref();
  await starting;
}

async function runWithData(command: DataCommand, flags: ServeFlags): Promise<void> {
  const config = parseConfig(process.env, flags);
  if (!config.ok) {
    stopWith(config.error, WRONG_USE);
    return;
  }
  const {runDataCommand} = await import('./cli/run-data-command.ts');
  const {lines, wrong} = await runDataCommand(command, config.value, Date.now());
  for (const line of lines) print(line);
  for (const sentence of wrong) stopWith(sentence, 1);
}

async function main(args: readonly string[]): Promise<void> {
  const command = parseArguments(args);
  if (!command.ok) {
    stopWith(command.error, WRONG_USE);
    return;
  }
  switch (command.value.name) {
    case 'serve':
      await runServer(command.value.flags);
      return;
    case 'verify':
    case 'backup':
    case 'restore':
      await runWithData(command.value, command.value.flags);
      return;
    case 'schema': {
      const {planJsonSchema} = await import('@goldthread/schema/json');
      print(JSON.stringify(planJsonSchema(), null, 2));
      return;
    }
    case 'help':
      process.stdout.write(USAGE);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  stopWith(startSentence(error), 1);
});

/** A start fails for reasons of the machine most of the time; those get a sentence, the rest its own message. */
function startSentence(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'The port is taken by another program. Choose another with --port.';
  if (code === 'EACCES') return 'That port or folder may not be used by this account.';
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
    return 'GOLDTHREAD_HOST names no address of this machine.';
  return error instanceof Error ? error.message : String(error);
}
