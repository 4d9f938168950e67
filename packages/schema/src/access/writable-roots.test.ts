import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CompartmentId, ParticipantId} from '../base/ids.ts';
import {ROLES, type Participant, type Role} from '../plan/participant.ts';
import {EHCP} from '../plan/plan-types.ts';
import {STAGES} from '../plan/stage.ts';
import {accessFor} from './access-for.ts';
import type {CompartmentFacts} from './facts.ts';
import {writableRoots} from './writable-roots.ts';

const ME = 'me' as ParticipantId;

function person(role: Role, hiddenFrom: readonly ParticipantId[] = []): Participant {
  return {id: ME, key: 'me', name: 'Me', relationship: 'me', role, lead: false, hiddenFrom};
}

const COMPARTMENTS: readonly CompartmentFacts[] = [
  {id: 's' as CompartmentId, kind: 'shared', coWriting: {'section:B': false}},
  {id: 'v' as CompartmentId, kind: 'voice', coWriting: {}, scribes: [ME]},
  {id: 'w' as CompartmentId, kind: 'withheld', coWriting: {}, audience: [ME]},
];

test('ACC-22: the list holds exactly the roots of the compartment that the one decision lets a person write', () => {
  for (const role of ROLES) {
    for (const stage of STAGES) {
      for (const compartment of COMPARTMENTS) {
        const given = writableRoots(person(role), stage, compartment, EHCP);
        const roots = compartment.kind === 'withheld' ? ['items' as const] : EHCP.sections.map(s => s.root);
        const expected = roots.filter(r => accessFor(person(role), stage, compartment, r) === 'write');
        assert.deepEqual(given, expected, `${role} ${stage} ${compartment.kind}`);
      }
    }
  }
});

test('ACC-22: a mother in assessment writes A, E and what is open, and her own part of the map', () => {
  const [shared] = COMPARTMENTS;
  assert.ok(shared);
  assert.deepEqual(writableRoots(person('parent'), 'assessment', shared, EHCP), [
    ...'A C D E F G H1 H2'.split(' ').map(letter => `section:${letter}`),
    'sos:worries',
    'sos:working',
    'sos:next',
  ]);
});

test('ACC-5: a person withheld from others has no writable root in the plan', () => {
  const hidden = person('keyworker', ['other' as ParticipantId]);
  for (const compartment of COMPARTMENTS.slice(0, 2)) {
    assert.deepEqual(writableRoots(hidden, 'assessment', compartment, EHCP), []);
  }
});
