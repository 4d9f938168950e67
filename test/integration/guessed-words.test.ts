import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {seededRandom} from '@goldthread/schema/testing';
import {TestServer, smallPlan} from '../../packages/server/src/testing/index.ts';
import {standOn, type as typeLetters} from '../harness/purge-stand.ts';
import {addItem} from '../harness/writing.ts';

const MAN = 'A man asked the school office what time Year 3 goes home.';
const REFUGE = 'Flat 3, Harbour Court, Saltmere, ZZ99 3AB';

/** Everything that the father receives while he types letter by letter, and can fetch afterwards. */
async function fatherTypes(t: TestContext, typed: string): Promise<string> {
  const random = seededRandom(71);
  const server = await TestServer.start({random, stillAt: Date.UTC(2026, 10, 23, 9)});
  t.after(() => server.stop());
  await server.server.listen();
  const one = standOn(server, await server.importPlan(smallPlan()));
  await one.as('temi', 'POST', '/contacts', {kind: 'address', value: REFUGE});
  const withheld = await one.as('bronagh', 'POST', '/withholdings', {
    draft: {root: 'sos:worries', type: 'harm', text: MAN},
    hiddenFrom: [one.id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  });
  assert.equal(withheld[0], 201);
  const callum = await one.open('callum', await one.compartment('shared'));
  const item = addItem(callum.doc, seededRandom(72), 'section:B', 'need', 'They are at ');
  await callum.saved();
  for (const letter of typed) await typeLetters(callum, item, letter);
  const fetched: unknown[] = [];
  for (const path of [
    '',
    '/people',
    '/compartments',
    '/my-items',
    '/records',
    '/withholdings',
    '/contacts',
    '/audit',
  ])
    fetched.push(await one.as('callum', 'GET', path));
  const received = Buffer.concat(callum.received).toString('latin1');
  return `${callum.isOpen} ${received} ${JSON.stringify(fetched)}`.replaceAll(typed, 'TYPED');
}

test('E07: the father gets the same bytes whether he guesses the refuge’s address or another one', async t => {
  const guessed = await fatherTypes(t, REFUGE);
  assert.equal(guessed, await fatherTypes(t, 'Flat 5, Orchard Court, Kingmere, YY88 4CD'));
  assert.match(guessed, /They are at TYPED/);
});

test('E08: the father gets the same bytes whether he writes the words of a private note or others', async t => {
  const same = await fatherTypes(t, MAN);
  assert.equal(same, await fatherTypes(t, MAN.replace('school', 'doctor')));
  assert.match(same, /They are at TYPED/);
});
