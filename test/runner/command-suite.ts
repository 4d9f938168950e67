import {runCommand} from './command.ts';
import type {Suite} from './suite.ts';

/** How many commands run side by side: as many as the smallest machine has cores. */
const SIDE_BY_SIDE = 2;

/** A suite of checks: commands each of which must end with exit code 0. */
export function commandSuite(name: string, commands: readonly (readonly [string, ...string[]])[]): Suite {
  return {
    name,
    async run() {
      let failed = 0;
      const waiting = commands.values();
      const lane = async (): Promise<void> => {
        for (const [command, ...args] of waiting) {
          const {code} = await runCommand(command, args);
          if (code !== 0) failed += 1;
        }
      };
      await Promise.all(Array.from({length: SIDE_BY_SIDE}, lane));
      return {passed: commands.length - failed, failed};
    },
  };
}
