import assert from 'node:assert/strict';
import {test} from 'node:test';
import {firstDifference} from '../harness/first-difference.ts';
import {playEmergency, type Secrets} from '../harness/proof/emergency-session.ts';
import {wrapStorage} from '../harness/proof/hidden-person.ts';

const secrets: Secrets = new Map();

const kept = await playEmergency({isKept: true, breaker: 'oluchi', noted: ['oluchi'], secrets});
const nothing = await playEmergency({isKept: false, breaker: 'oluchi', noted: ['oluchi'], secrets});

test('who breaks the glass gets the same bytes whether more is kept from them by name, and by somebody unknown to them, or not', t => {
  assert.equal(firstDifference(nothing, kept), null);
  assert.ok(kept.some(line => line.startsWith('POST') && line.includes('"until"')));
  t.diagnostic(`${kept.length} answers and messages, ${kept.join('').length} bytes`);
});

test('whoever is excluded gets the same bytes whether somebody broke the glass or not', async t => {
  const noted = ['callum', 'marcus', 'oluchi'];
  const broken = await playEmergency({isKept: true, breaker: 'priya', noted, secrets});
  const whole = await playEmergency({isKept: true, breaker: null, noted, secrets});
  assert.equal(firstDifference(whole, broken), null);
  t.diagnostic(`${broken.length} answers and messages, ${broken.join('').length} bytes`);
});

test('the comparison catches an opening of what is kept from the person by name, and of what a hidden person reads', async () => {
  const play = async (mutant: Parameters<typeof playEmergency>[0]['mutant']) =>
    await playEmergency({
      ...{isKept: true, breaker: 'oluchi', noted: ['oluchi'], secrets},
      ...(mutant && {mutant}),
    });
  const forgets = await play({storage: real => wrapStorage(real, {withholdings: async () => []})});
  assert.notEqual(firstDifference(nothing, forgets), null);
  const knows = await play({
    storage: real =>
      wrapStorage(real, {
        participants: async id => (await real.participants(id)).map(one => ({...one, hiddenFrom: []})),
      }),
  });
  assert.notEqual(firstDifference(nothing, knows), null);
});

test('the comparison catches a notice to everybody', async () => {
  const noted = ['callum', 'marcus', 'oluchi'];
  const play = async (breaker: 'priya' | null) =>
    await playEmergency({
      ...{isKept: true, breaker, noted, secrets},
      mutant: {
        change: ({sync}) => {
          const tell = sync.tellRecords.bind(sync);
          sync.tellRecords = async (planId, _readers, kinds) => {
            const people = kinds.includes('breakGlass') ? EVERYBODY : _readers;
            await tell(planId, people, kinds);
          };
          return () => {
            sync.tellRecords = tell;
          };
        },
      },
    });
  assert.notEqual(firstDifference(await play(null), await play('priya')), null);
});

/** A set in which everybody is. */
const EVERYBODY = {has: () => true} as unknown as ReadonlySet<never>;
