import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as encoding from 'lib0/encoding';
import {LivePlan} from '../../packages/server/src/sync/live-plan.ts';
import {Lockout} from '../../packages/server/src/sync/lockout.ts';
import {firstDifference} from '../harness/first-difference.ts';
import {HIDDEN_ID, wrapStorage} from '../harness/proof/hidden-person.ts';
import {playSession} from '../harness/proof/hidden-session.ts';
import type {Mutant} from '../harness/proof/stage.ts';

async function difference(mutant: Mutant = {}): Promise<string | null> {
  return firstDifference((await playSession(false, mutant)).lines, (await playSession(true, mutant)).lines);
}

const [without, again, present] = [
  await playSession(false),
  await playSession(false),
  await playSession(true),
];

test('two sessions without anybody hidden give the father the same bytes', () => {
  assert.equal(firstDifference(without.lines, again.lines), null);
  assert.ok(without.lines.length > 400, `${without.lines.length} lines`);
});

test('a person hidden from the father changes no byte that he gets, whatever she does', t => {
  assert.equal(firstDifference(without.lines, present.lines), null);
  t.diagnostic(`${present.lines.length} answers and messages, ${present.lines.join('').length} bytes`);
});

test('neither the name, the key, the id nor a client id of the hidden person ever reaches the father', () => {
  const {lines, hiddenCids} = present;
  assert.ok(hiddenCids.length >= 6);
  const encoded = hiddenCids.map(cid => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, cid);
    return Buffer.from(encoding.toUint8Array(encoder)).toString('latin1');
  });
  // He asks for her id himself, so what he sent is left out.
  const got = lines.map(line => line.replace(/^[A-Z]+ \/.*\n/, ''));
  for (const marker of ['Delphine', 'Roe', 'delphine', HIDDEN_ID, ...hiddenCids.map(String), ...encoded]) {
    const found = got.find(line => line.includes(marker));
    assert.equal(found, undefined);
  }
});

/** Servers with one leak each. */
const MUTANTS: Readonly<Record<string, Mutant>> = {
  'forgets from whom people are hidden': {
    storage: storage =>
      wrapStorage(storage, {
        participants: async planId =>
          (await storage.participants(planId)).map(person => ({...person, hiddenFrom: []})),
      }),
  },
  'tells of everybody who is present': {
    change() {
      const original = LivePlan.prototype.rights;
      LivePlan.prototype.rights = function (participantId, compartmentId) {
        const rights = original.call(this, participantId, compartmentId);
        return rights === null ? null : {...rights, visible: true};
      };
      return () => {
        LivePlan.prototype.rights = original;
      };
    },
  },
  'answers 403 about somebody who exists and 404 about nobody': {
    change({app, http}) {
      const [original, ...others] = app.server.listeners('request');
      if (original === undefined || others.length > 0) throw new Error('Somebody else answers requests.');
      app.server.removeAllListeners('request');
      app.server.on('request', (request, response) => {
        void (async () => {
          const id = /participants\/([^/]+)/.exec(request.url ?? '')?.[1];
          const plans = await http.storage.plans();
          const people = await Promise.all(plans.map(({id: planId}) => http.storage.participants(planId)));
          const exists = people.flat().some(person => person.id === id);
          if (exists && request.headers.authorization?.includes('admin') === false) {
            response.writeHead(403, {connection: 'close'}).end();
          } else {
            original.call(app.server, request, response);
          }
        })();
      });
      return () => undefined;
    },
  },
  'locks everybody out of a document in which somebody was refused': {
    change() {
      const original = Lockout.prototype.isOut;
      const note = Lockout.prototype.note;
      let refused = false;
      Lockout.prototype.note = () => {
        refused = true;
      };
      Lockout.prototype.isOut = participantId => refused && participantId !== HIDDEN_ID;
      return () => {
        Lockout.prototype.note = note;
        Lockout.prototype.isOut = original;
      };
    },
  },
  'draws everybody’s ids and client ids from one sequence': {oneStream: true},
};

for (const [leak, mutant] of Object.entries(MUTANTS)) {
  test(`the comparison catches a server that ${leak}`, async () => {
    assert.notEqual(await difference(mutant), null);
  });
}
