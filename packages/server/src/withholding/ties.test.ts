import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import type {CompartmentId, RootName} from '@goldthread/schema';
import {readRoot, writeItems} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {agreementStand} from '../testing/agreement-stand.ts';
import {TestServer, smallPlan} from '../testing/index.ts';
import {moveOwnItem, type OwnMove} from './move-own-item.ts';

const server = await TestServer.start();
after(() => server.stop());

interface Decision {
  readonly withholdingId: string;
  readonly compartmentId: CompartmentId;
  readonly itemIds: readonly string[];
}

/** A danger statement, its goal and what somebody said against it, open to everybody. */
async function stand() {
  const link = (rel: string, to: string) => ({links: [{rel, to}], audience: 'everyone'});
  const worries = [
    {id: 'D', type: 'danger', text: 'He could be hit.', audience: 'everyone'},
    {id: 'X', type: 'dispute', text: 'I would never.', ...link('disputes', 'D')},
  ];
  const next = [{id: 'G', type: 'goal', text: 'Dad asks before he comes.', ...link('danger', 'D')}];
  const made = await agreementStand(server, {...smallPlan(), signsOfSafety: {worries, next}});
  const {as, id, item} = made;
  return {
    ...made,
    async withhold(audience: readonly string[] | null, ...refs: string[]): Promise<Decision> {
      const answer = await as('bronagh', 'POST', '/withholdings', {
        itemIds: refs.map(item),
        hiddenFrom: [id('callum')],
        reasonCode: 'risk_harm',
        legalGround: 'Serious harm.',
        ...(audience && {audience}),
      });
      assert.equal(answer.statusCode, 201, answer.body);
      return answer.json<Decision>();
    },
    undo: async ({withholdingId}: Decision) =>
      assert.equal((await as('bronagh', 'POST', `/withholdings/${withholdingId}/undo`)).statusCode, 200),
    /** Where the items below a root lead, by what they say. */
    async leads(compartment: CompartmentId, root: RootName) {
      const nodes = await server.server.http.sync.withDocument(compartment, doc =>
        readRoot(doc.getXmlFragment(root)),
      );
      return (nodes ?? []).map(
        ({type, content = []}) =>
          [
            type,
            ...content.flatMap(({attrs}) => (attrs?.['rel'] === undefined ? [] : [attrs['to']])),
          ] as const,
      );
    },
  };
}

test('a danger statement keeps its open goal where fewer read it, and what is withheld with it leads to it', async () => {
  const {withhold, undo, leads, item, shared} = await stand();
  const decision = await withhold(null, 'D', 'X');
  const [danger] = decision.itemIds;
  assert.deepEqual(await leads(decision.compartmentId, 'items'), [
    ['danger', item('G')],
    ['dispute', danger],
  ]);
  assert.deepEqual(await leads(shared, 'sos:next'), [['goal', item('D')]], 'nothing open changes');
  await undo(decision);
  const [back, against] = await leads(shared, 'sos:worries');
  assert.deepEqual(back, ['danger', item('G')]);
  assert.ok(against?.[0] === 'dispute' && against[1] !== danger && against[1] !== item('D'), 'to its new id');
});

test('both halves find each other in the document of fewer, and the one that is opened alone names no id from there', async () => {
  const {withhold, undo, leads, item, shared} = await stand();
  const first = await withhold(null, 'D');
  const second = await withhold(null, 'G');
  assert.equal(second.compartmentId, first.compartmentId);
  const [danger] = first.itemIds;
  const [, goal] = await leads(first.compartmentId, 'items');
  assert.ok(goal?.[0] === 'goal' && goal.includes(danger ?? ''), JSON.stringify(goal));
  await undo(second);
  assert.deepEqual(await leads(shared, 'sos:next'), [['goal', item('D')]], 'as it led before');
});

test('whoever is added to the readers of one half is told no id of the other, which stays with fewer', async () => {
  const {as, id, withhold, leads, item} = await stand();
  const audience = ['bronagh', 'anita', 'esme'].map(id);
  await withhold(audience, 'D');
  const goal = await withhold(audience, 'G');
  for (const key of ['bronagh', 'anita']) {
    const path = `/withholdings/${goal.withholdingId}/readers`;
    const answer = await as(key, 'POST', path, {readerId: id('temi')});
    assert.equal(answer.statusCode, 200, answer.body);
  }
  const received = (await as('temi', 'GET', '/compartments')).json<{id: CompartmentId; kind: string}[]>();
  const docs = received.filter(({kind, id: one}) => kind === 'withheld' && one !== goal.compartmentId);
  const all = (await Promise.all(docs.map(one => leads(one.id, 'items')))).flat();
  assert.deepEqual(
    all.filter(([type]) => type === 'goal'),
    [['goal', item('D')]],
  );
});

test('what one person moves to more readers leaves its link to what stays behind, and keeps one to what everybody reads', () => {
  const [from, to] = [new Y.Doc(), new Y.Doc()];
  const link = (id: string) => ({type: 'link', attrs: {rel: 'evidence', to: id}});
  const content = [{type: 'paragraph'}, link('kept'), link('open')];
  writeItems(from, 'items', [{type: 'statement', attrs: {id: 'one'}, content}], 'test');
  // Only what a move reads of records stands in these.
  const compartment = (id: string, kind: string) => ({id, kind, audience: kind === 'shared' ? null : []});
  const compartments = [
    compartment('all', 'shared'),
    compartment('few', 'withheld'),
    compartment('more', 'withheld'),
  ];
  const items = [
    {id: 'kept', compartmentId: 'few'},
    {id: 'open', compartmentId: 'all'},
  ];
  const [, few, more] = compartments;
  const record = {id: 'one', compartmentId: 'few', root: 'items', anchorRoot: 'house:good'};
  const {changes} = moveOwnItem(
    {record, from: few, target: more, id: 'two', facts: {compartments, items}} as unknown as OwnMove,
    () => undefined,
  );
  for (const [at, doc] of [from, to].entries()) changes[at]?.write(doc);
  const [moved] = readRoot(to.getXmlFragment('items'));
  assert.deepEqual([moved?.attrs?.['id'], moved?.content], ['two', [{type: 'paragraph'}, link('open')]]);
});
