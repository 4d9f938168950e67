import {writeItems} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {importedExample} from '../../packages/schema/src/testing/example-plans.ts';
import type {ItemRecord} from '../../packages/server/src/storage/index.ts';
import type {SyncFixture} from './sync-fixture.ts';

/** Writes the wording of the first example plan that everyone may read; gives the document. */
export async function writeExample({sync, shared, plan, clock}: SyncFixture): Promise<Uint8Array> {
  const example = importedExample('jory');
  const items = example.items
    .filter(({compartment}) => compartment === 'shared')
    .map(({id, root, type}): ItemRecord => ({
      id,
      planId: plan.plan.id,
      compartmentId: shared,
      root,
      anchorRoot: null,
      type,
      owner: null,
      typedBy: null,
      sessionId: null,
      verbatim: false,
      readBack: false,
      createdAt: clock.now(),
    }));
  await sync.writeAsServer([
    {
      id: shared,
      items,
      write: doc => {
        for (const [root, nodes] of example.shared) writeItems(doc, root, nodes, 'import');
      },
    },
  ]);
  const imported = await sync.withDocument(shared, doc => Y.encodeStateAsUpdate(doc));
  if (imported === null) throw new Error('There is no document.');
  return imported;
}
