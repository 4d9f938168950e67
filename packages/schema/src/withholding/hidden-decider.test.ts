import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {ParticipantId} from '../base/ids.ts';
import {decider, decision} from '../testing/decision-builder.ts';
import {mayApprove, mayPropose, mayRelease, mayReview} from './who-may.ts';

const TEMI = 'temi' as ParticipantId;
const CALLUM = 'callum' as ParticipantId;
const ESME = 'esme' as ParticipantId;
const BRONAGH = 'bronagh' as ParticipantId;
const ANITA = 'anita' as ParticipantId;
const WREN = 'wren' as ParticipantId;
const OLUCHI = 'oluchi' as ParticipantId;
const DELPHINE = 'delphine' as ParticipantId;

const PEOPLE = [
  decider(TEMI, 'parent'),
  decider(CALLUM, 'parent'),
  decider(ESME, 'keyworker', {lead: true}),
  decider(BRONAGH, 'socialWorker'),
  decider(ANITA, 'socialCareManager'),
  decider(WREN, 'therapist'),
  decider(OLUCHI, 'health'),
  decider(DELPHINE, 'refugeWorker', {hiddenFrom: [CALLUM]}),
];

describe('WIT-18: somebody who is hidden', () => {
  const own = {proposedBy: DELPHINE, reasonCode: 'third_party' as const};
  const from = (id: ParticipantId, strictness: 'marked' | 'sealed') => [{id, class: strictness}];
  const me = PEOPLE.find(person => person.id === DELPHINE) ?? assert.fail();
  const proposes = (more: Parameters<typeof decision>[0]) =>
    mayPropose(me, decision({...own, ...more}), PEOPLE);

  test('decides nothing of which a reader or a mark would tell somebody who may not know of them', () => {
    const audience = [DELPHINE, BRONAGH];
    assert.equal(proposes({hiddenFrom: from(ESME, 'marked'), audience}), true);
    assert.equal(proposes({hiddenFrom: from(ESME, 'marked'), audience: [...audience, CALLUM]}), false);
    assert.equal(proposes({hiddenFrom: from(CALLUM, 'marked'), audience}), false);
  });

  test('neither approves nor looks again nor opens among readers who may not know of them, nor stands in their way', () => {
    const people = [...PEOPLE, decider('hidden' as ParticipantId, 'keyworker', {hiddenFrom: [CALLUM]})];
    const audience = [WREN, CALLUM, OLUCHI, 'hidden' as ParticipantId];
    const facts = decision({hiddenFrom: from(TEMI, 'marked'), audience, proposedBy: WREN, approvedBy: null});
    const who = (may: typeof mayApprove | typeof mayReview | typeof mayRelease) =>
      people.filter(person => may(person, facts, people)).map(person => person.id);
    assert.deepEqual(who(mayApprove), [OLUCHI]);
    assert.deepEqual(who(mayReview), [OLUCHI]);
    assert.ok(!who(mayRelease).includes('hidden' as ParticipantId));
  });

  test('opens nothing that everybody would then read, but may ask another to', () => {
    const audience = [DELPHINE, ESME, ANITA];
    const facts = decision({hiddenFrom: from(TEMI, 'marked'), audience, proposedBy: ESME});
    assert.equal(mayRelease(me, facts, PEOPLE), true);
    assert.equal(mayRelease(me, {...facts, releaseAskedBy: ESME}, PEOPLE), false);
  });
});
