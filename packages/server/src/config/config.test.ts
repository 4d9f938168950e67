import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {parseConfig, type Environment, type ServeFlags} from './config.ts';
import {MUST_BE} from './settings.ts';

function sentenceFor(environment: Environment, flags: ServeFlags = {}): string {
  const parsed = parseConfig(environment, flags);
  assert.equal(parsed.ok, false);
  return parsed.ok ? '' : parsed.error;
}

test('with nothing set the server listens on localhost:8080, keeps plans in ./data and has no administrator', () => {
  const parsed = parseConfig({}, {});
  assert.ok(parsed.ok);
  const {host, port, dataFolder, adminToken, demo} = parsed.value;
  assert.deepEqual(
    {host, port, adminToken, demo},
    {host: 'localhost', port: 8080, adminToken: null, demo: false},
  );
  assert.match(dataFolder, /^\/.*\/data$/);
});

test('a wrong setting is named in one sentence that says what is right', () => {
  assert.equal(sentenceFor({PORT: 'eighty'}), 'PORT must be a port number from 0 to 65535.');
  assert.equal(sentenceFor({PORT: '70000'}), 'PORT must be a port number from 0 to 65535.');
  assert.equal(
    sentenceFor({GOLDTHREAD_LOG_LEVEL: 'loud'}),
    `GOLDTHREAD_LOG_LEVEL must be ${MUST_BE.GOLDTHREAD_LOG_LEVEL}.`,
  );
  assert.equal(
    sentenceFor({GOLDTHREAD_CONFIRMED_INVITES: 'no'}),
    'GOLDTHREAD_CONFIRMED_INVITES must be true or false.',
  );
  assert.equal(sentenceFor({}, {port: '-1'}), 'PORT must be a port number from 0 to 65535.');
});

test('the sentence about a wrong secret does not hold the secret', () => {
  const sentence = sentenceFor({GOLDTHREAD_ADMIN_TOKEN: 'short-secret'});
  assert.equal(sentence, 'GOLDTHREAD_ADMIN_TOKEN must be a secret of at least 16 characters.');
});

test('every number that must be a count refuses zero, fractions and words', () => {
  const counts = Object.entries(MUST_BE).filter(([, mustBe]) => mustBe.startsWith('a whole number'));
  assert.ok(counts.length > 5);
  for (const [name, mustBe] of counts) {
    for (const wrong of ['0', '-3', '1.5', 'many']) {
      assert.equal(sentenceFor({[name]: wrong}), `${name} must be ${mustBe}.`);
    }
  }
});

test('a flag wins over the environment and an empty variable counts as not set', () => {
  const parsed = parseConfig({PORT: '1', GOLDTHREAD_HOST: ''}, {port: '2'});
  assert.ok(parsed.ok);
  assert.deepEqual([parsed.value.port, parsed.value.host], [2, 'localhost']);
});

test('the address of links has no slash at its end and must be a web address', () => {
  const parsed = parseConfig({GOLDTHREAD_PUBLIC_URL: 'https://plans.example.org/'}, {});
  assert.ok(parsed.ok);
  assert.equal(parsed.value.publicUrl, 'https://plans.example.org');
  assert.match(
    sentenceFor({GOLDTHREAD_PUBLIC_URL: 'ftp://plans.example.org'}),
    /^GOLDTHREAD_PUBLIC_URL must be/,
  );
});

test('origins that may embed plans are named exactly as a browser names them', () => {
  const parsed = parseConfig(
    {GOLDTHREAD_EMBED_ORIGINS: 'https://records.example, http://localhost:8081'},
    {},
  );
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.value.embedOrigins, ['https://records.example', 'http://localhost:8081']);
  const none = parseConfig({}, {});
  assert.deepEqual(none.ok && none.value.embedOrigins, []);
  const wrong = [
    '*',
    'null',
    'records.example',
    'https://*.example',
    'https://records.example/',
    'https://records.example:443',
    'https://records.example/plans',
    'https://Records.example',
    'https://a@records.example',
    'ftp://records.example',
    'https://records.example,',
  ];
  for (const text of wrong) {
    assert.equal(
      sentenceFor({GOLDTHREAD_EMBED_ORIGINS: text}),
      `GOLDTHREAD_EMBED_ORIGINS must be ${MUST_BE.GOLDTHREAD_EMBED_ORIGINS}.`,
      text,
    );
  }
});

test('a number to call stands on no page unless somebody set it, except in the demo', () => {
  const numberOf = (environment: Environment, flags: ServeFlags = {}) => {
    const parsed = parseConfig(environment, flags);
    assert.ok(parsed.ok);
    return parsed.value.helpLine;
  };
  assert.equal(numberOf({}), null);
  assert.equal(numberOf({}, {demo: true}), '01632 960 188');
  assert.equal(numberOf({GOLDTHREAD_HELP_LINE: '(020) 7946 0958'}, {demo: true}), '(020) 7946 0958');
});

test('a help line that cannot be called and a council without a name stop the start with one sentence', () => {
  for (const wrong of ['call us', '01632 960 188; x', '12', '0'.repeat(40), '<b>1</b>']) {
    const sentence = 'GOLDTHREAD_HELP_LINE must be a telephone number, such as 01632 960 188.';
    assert.equal(sentenceFor({GOLDTHREAD_HELP_LINE: wrong}), sentence, wrong);
  }
  for (const wrong of ['-', '<Marlshire>', 'M\nC', 'x'.repeat(81)]) {
    const sentence = 'GOLDTHREAD_COUNCIL must be a name of 2 to 80 letters, digits and spaces.';
    assert.equal(sentenceFor({GOLDTHREAD_COUNCIL: wrong}), sentence, wrong);
  }
  const right = parseConfig({GOLDTHREAD_COUNCIL: 'Cyngor Sir Ynys Môn, Children’s'}, {});
  assert.equal(right.ok && right.value.council, 'Cyngor Sir Ynys Môn, Children’s');
});

test('the README of the server explains every setting', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const missing = Object.keys(MUST_BE).filter(name => !readme.includes(`\`${name}\``));
  assert.deepEqual(missing, []);
});
