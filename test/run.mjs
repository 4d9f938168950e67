// Entry point of the test run. A thin JavaScript file, because the bootstrap starts it by this name.
import {runSuites} from './runner/run-suites.ts';

process.exitCode = await runSuites(process.argv.slice(2));
