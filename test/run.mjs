// Entry point of the test run. A thin JavaScript file, because the bootstrap starts it by this name.
import {runSuites} from './runner/run-suites.ts';
import {inScratchFolder} from './runner/scratch-folder.ts';

process.exitCode = await inScratchFolder(() => runSuites(process.argv.slice(2)));
