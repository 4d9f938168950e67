import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LivePlan} from '../../packages/server/src/sync/live-plan.ts';
import {EmergencyStage} from '../harness/emergency-stage.ts';
import {firstDifference} from '../harness/first-difference.ts';
import {flush} from '../harness/proof/cast.ts';
import {playHiding} from '../harness/proof/hiding-session.ts';

const [idle, busy] = [await playHiding(false), await playHiding(true)];

test('once a person is hidden by a command, nothing that they do changes a byte for whoever must not know of them', t => {
  assert.equal(firstDifference(idle.lines, busy.lines), null);
  assert.ok(busy.lines.length > 150);
  t.diagnostic(`${busy.lines.length} answers and messages, ${busy.lines.join('').length} bytes`);
});

test('the person’s own sockets stay, to read', () => {
  assert.deepEqual(busy.closedWith, [null, null]);
});

test('the comparison catches a server that still tells of everybody who is present', async () => {
  const mutant = {
    change() {
      const original = LivePlan.prototype.rights;
      LivePlan.prototype.rights = function (seat, compartmentId) {
        const rights = original.call(this, seat, compartmentId);
        return rights && {...rights, visible: true};
      };
      return () => {
        LivePlan.prototype.rights = original;
      };
    },
  };
  const lines = async (isBusy: boolean) => (await playHiding(isBusy, mutant)).lines;
  assert.notEqual(firstDifference(await lines(false), await lines(true)), null);
});

test('at once the cursor is gone, the list is to be fetched again, and the person writes nothing any more', async t => {
  const made = await EmergencyStage.start();
  t.after(() => made.stage.stop());
  const {cast} = made;
  const [callum, temi, marcus, bronagh] = [
    await cast.signIn('callum', false, true),
    await cast.signIn('temi', false, true),
    await cast.signIn('marcus', false, true),
    await cast.signIn('bronagh', false, true),
  ];
  for (const person of [callum, temi, marcus]) await cast.open(person, 'shared');
  const [his] = marcus.sockets;
  assert.ok(his);
  cast.cursor(his, 'section:B');
  await flush([marcus, callum, temi]);
  const stateOf = (person: typeof callum) =>
    person.sockets[0]?.presence.findLast(one => one.cid === his.cid)?.state;
  assert.ok(stateOf(callum));
  await cast.tell(bronagh, 'POST', './withholdings', {
    personId: cast.id('marcus'),
    hiddenFrom: [cast.id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Working Together 2026',
  });
  await flush([callum, temi, marcus]);
  assert.equal(stateOf(callum), null);
  assert.deepEqual(callum.sockets[0]?.last('records')?.kinds, [
    'people',
    'positions',
    'comments',
    'disagreements',
    'traces',
    'ratings',
    'sessions',
  ]);
  assert.equal(temi.sockets[0]?.last('records'), undefined);
  assert.deepEqual(his.last('rights')?.writableRoots, []);
  await cast.write(marcus, his, 'section:I', 'institution', 'too late');
  assert.equal(his.closeCode, 4409);
});
