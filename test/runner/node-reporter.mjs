// Reporter for node:test that counts what really ran. The built-in summary counts a file without any test as a
// passed test; here it is a failure, and so is a test that was skipped or marked as still to be written.
import {relative, resolve} from 'node:path';

/** The test files of the command line. */
function filesAsked() {
  return process.argv.filter(name => name.endsWith('.test.ts')).map(name => resolve(name));
}

export default async function* report(events) {
  let passed = 0;
  const failures = [];
  // Where files share a process nothing tells of one in which nothing ran.
  const seenIn = new Map(filesAsked().map(file => [file, 0]));
  const started = Date.now();
  for await (const {type, data} of events) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const file = data.file ?? data.name;
    const isFileItself = data.nesting === 0 && resolve(data.name) === resolve(file);
    const isSuite = data.details?.type === 'suite';
    if (isFileItself && type === 'test:pass') {
      if (!seenIn.has(file)) seenIn.set(file, 0);
      continue;
    }
    if (isSuite && (type === 'test:pass' || data.details?.error?.failureType === 'subtestsFailed')) continue;
    seenIn.set(file, (seenIn.get(file) ?? 0) + 1);
    const where = relative(process.cwd(), file);
    if (data.skip !== undefined || data.todo !== undefined) {
      failures.push(`${where}: "${data.name}" was skipped`);
    } else if (type === 'test:fail') {
      const error = data.details?.error?.cause ?? data.details?.error;
      failures.push(`${where}: ${data.name}`);
      yield `\nFAILED ${where}: ${data.name}\n${error?.stack ?? error?.message ?? error}\n`;
    } else {
      passed += 1;
      if (data.details?.duration_ms > 5000) {
        yield `  slow: ${where}: ${data.name} ${(data.details.duration_ms / 1000).toFixed(1)} s\n`;
      }
    }
  }
  for (const [file, count] of seenIn) {
    if (count === 0) failures.push(`${relative(process.cwd(), file)}: holds no test`);
  }
  for (const failure of failures) yield `not ok: ${failure}\n`;
  yield `${passed} passed, ${failures.length} failed in ${((Date.now() - started) / 1000).toFixed(0)} s\n`;
}
