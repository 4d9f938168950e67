import {CLOSE, REFUSALS} from '@goldthread/schema/wire';
import {ERRORS} from './errors.ts';

/** `docs/errors.md`: every code that a caller of this server can meet, from the registries themselves. */
export function errorManual(): string {
  const requests = Object.entries(ERRORS).map(([code, {status, sentence}]) => row(code, status, sentence));
  const closes = Object.values(CLOSE).map(({code, retry, sentence}) =>
    row(String(code), retry ? 'yes' : 'no', sentence),
  );
  const refusals = Object.entries(REFUSALS).map(([code, sentence]) => `| \`${code}\` | ${sentence} |`);
  return [
    '# Errors',
    '',
    'Written by `node packages/server/bin/write-error-manual.ts`; a test compares it with the code. A code keeps its',
    'meaning for ever. What is forbidden answers exactly as what does not exist.',
    '',
    '## Requests',
    '',
    'The body is `{"error": {"code", "message"}}`. The message is the sentence below; where a field of the request is',
    'wrong, the name of the field follows.',
    '',
    '| code | status | sentence |',
    '| --- | --- | --- |',
    ...requests,
    '',
    '## Closed connections',
    '',
    '| close code | may the client try again by itself | sentence |',
    '| --- | --- | --- |',
    ...closes,
    '',
    '## Refused updates',
    '',
    'Told in message 3, before close code 4409.',
    '',
    '| code | sentence |',
    '| --- | --- |',
    ...refusals,
    '',
  ].join('\n');
}

function row(code: string, middle: string | number, sentence: string): string {
  return `| \`${code}\` | ${middle} | ${sentence} |`;
}
