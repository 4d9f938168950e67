import assert from 'node:assert/strict';
import test from 'node:test';
import {parseArguments} from './parse-arguments.ts';

test('serve takes a folder, a port, a host and --demo', () => {
  const parsed = parseArguments(['serve', '--data', 'plans', '--port', '9', '--host=127.0.0.1', '--demo']);
  assert.ok(parsed.ok);
  const {value} = parsed;
  assert.equal(value.name, 'serve');
  assert.deepEqual(value.name === 'serve' ? {...value.flags} : {}, {
    data: 'plans',
    port: '9',
    host: '127.0.0.1',
    demo: true,
  });
});

test('an unknown command is named, and so is every command there is', () => {
  const parsed = parseArguments(['sevre']);
  assert.deepEqual(parsed, {ok: false, error: 'There is no command "sevre". Use serve or schema.'});
});

test('an unknown option of serve is named in one sentence', () => {
  const parsed = parseArguments(['serve', '--prot', '9']);
  assert.equal(parsed.ok, false);
  assert.match(parsed.ok ? '' : parsed.error, /^Unknown option '--prot'\.$/);
});

test('a command without anything after it explains itself', () => {
  assert.deepEqual(parseArguments([]), {ok: true, value: {name: 'help'}});
});
