import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {PlanId} from '@goldthread/schema';
import {SqliteStorage} from '../../packages/server/src/storage/index.ts';
import {filesHolding} from '../../packages/server/src/testing/files-holding.ts';
import {TestServer} from '../../packages/server/src/testing/index.ts';
import {CallSwitch} from '../harness/call-switch.ts';
import {LETTERS, SECRET, stand} from '../harness/purge-stand.ts';
import {waitFor} from '../harness/wait-for.ts';
import {textOf, wordsOf} from '../harness/writing.ts';

test('killed after any of its changes, a purge is finished by the next start', async t => {
  for (let last = 1; ; last += 1) {
    const power = new CallSwitch();
    const first = await stand(t, storage => power.wrap(storage));
    const {server, plan, compartment, purge, as, id} = first;
    const shared = await compartment('shared');
    const b1 = plan.items.find(one => one.ref === 'B1')?.id ?? '';
    await server.server.sync.writeAsServer([
      {id: shared, items: [], write: doc => textOf(doc, 'section:B', b1).insert(0, SECRET)},
    ]);
    await as('bronagh', 'POST', '/withholdings', {
      draft: {root: 'section:B', afterItemId: b1, type: 'note', text: 'Keep an eye on this.'},
      hiddenFrom: [id('callum')],
      reasonCode: 'risk_harm',
      legalGround: 'Serious harm.',
      openReason: `Not ${SECRET}.`,
    });
    power.arm(last);
    let isDone = false;
    void purge(shared, SECRET).then(() => {
      isDone = true;
    });
    await waitFor('the end of the server, or of the purge', () => isDone || power.isOff);
    if (isDone) {
      assert.ok(last > 8, `a purge makes ${last - 1} changes`);
      await server.stop();
      return;
    }
    await server.server.app.close();
    const second = await TestServer.start({folder: server.folder, openStorage: at => new SqliteStorage(at)});
    const {storage} = second.server.http;
    const [record] = await storage.purges();
    assert.deepEqual(
      [record?.state, record?.words, record?.places],
      ['done', null, 1],
      `after change ${last}`,
    );
    assert.deepEqual(filesHolding(server.folder, LETTERS), [], `after change ${last}`);
    const everything = JSON.stringify([
      await storage.withholdings(plan.planId as PlanId),
      await second.server.sync.withDocument(shared, doc => wordsOf(doc, 'section:B')),
    ]);
    assert.doesNotMatch(everything, /\u{109A0}/u, `after change ${last}`);
    await second.server.close();
  }
});
