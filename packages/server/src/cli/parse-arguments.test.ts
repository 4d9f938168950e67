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
  assert.deepEqual(parsed, {
    ok: false,
    error: 'There is no command "sevre". Use serve, verify, backup, restore or schema.',
  });
});

test('an unknown option of serve is named in one sentence', () => {
  const parsed = parseArguments(['serve', '--prot', '9']);
  assert.equal(parsed.ok, false);
  assert.match(parsed.ok ? '' : parsed.error, /^Unknown option '--prot'\.$/);
});

test('backup and restore take one folder and the data folder, verify the data folder alone', () => {
  const of = (...args: string[]) => {
    const parsed = parseArguments(args);
    return parsed.ok ? {...parsed.value} : parsed.error;
  };
  const data = 'plans';
  for (const name of ['backup', 'restore']) {
    assert.deepEqual(
      JSON.stringify(of(name, 'copy', '--data', data)),
      JSON.stringify({name, flags: {data}, folder: 'copy'}),
    );
    assert.match(JSON.stringify(of(name)), /takes one folder/);
    assert.match(JSON.stringify(of(name, 'one', 'two')), /takes one folder/);
    assert.equal(of(name, 'one', '--port', '9'), "Unknown option '--port'.");
  }
  assert.deepEqual(
    JSON.stringify(of('verify', '--data', data)),
    JSON.stringify({name: 'verify', flags: {data}}),
  );
  assert.match(JSON.stringify(of('verify', 'plans')), /Unexpected argument 'plans'/);
});

test('a command without anything after it explains itself', () => {
  assert.deepEqual(parseArguments([]), {ok: true, value: {name: 'help'}});
});
