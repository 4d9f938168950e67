import {newId, type PlanId} from '@goldthread/schema';
import {equal} from '../testing/assert.ts';
import {noCopies} from './no-copies.ts';
import {deviceCopies} from './plan-store.ts';

const planId = newId<PlanId>(length => crypto.getRandomValues(new Uint8Array(length)));
const copy = {planId, participantId: 'participant', limitHours: 12, now: () => new Date()};

async function kept(): Promise<number> {
  const databases = await indexedDB.databases();
  return databases.filter(({name}) => name?.includes(planId)).length;
}

suite('a page that may keep nothing', () => {
  test('opens no copy, and removes the one that an earlier visit left', async () => {
    const earlier = await deviceCopies.open(copy);
    await earlier?.settle();
    equal(await kept(), 1, 'before');
    equal(await noCopies.open(copy), null);
    equal(await kept(), 0, 'after');
  });
});
