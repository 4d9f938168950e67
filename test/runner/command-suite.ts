import {runCommand} from './command.ts';
import type {Suite} from './suite.ts';

/** A suite that is one check: a command that must end with exit code 0. */
export function commandSuite(name: string, commands: readonly (readonly [string, ...string[]])[]): Suite {
  return {
    name,
    async run() {
      let failed = 0;
      for (const [command, ...args] of commands) {
        const {code} = await runCommand(command, args);
        if (code !== 0) failed += 1;
      }
      return {passed: commands.length - failed, failed};
    },
  };
}
