import {elementOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {GoldthreadServer} from '../../../../packages/server/src/build-server.ts';
import type {GatePolicy} from '../../../../packages/server/src/gate/index.ts';
import {LivePlan} from '../../../../packages/server/src/sync/live-plan.ts';
import {Outbox} from '../../../../packages/server/src/sync/outbox.ts';
import {UpdateWriter} from '../../../../packages/server/src/sync/update-writer.ts';
import type {Mutant} from '../stage.ts';
import {override, type Leak} from './leak.ts';
import {nestedOnShared, stockCursor} from './leaky-clients.ts';
import {sequencePacket} from './sequence-packet.ts';

/** Leaks in what sockets carry: words, anchors, cursors, notices, acknowledgements, refusals. */
export const LEAKS_BY_MESSAGE: readonly Leak[] = [
  {
    channel: '1.4: stock cursor on focus change',
    what: 'takes its cursor out of the open plan when it steps into a private part',
    row: 2,
    habit: stockCursor,
  },
  {
    channel: '6.5, 3: cursors; 1.4: nested editor on the shared awareness',
    what: 'shows in the open plan where its cursor is in a private part',
    row: 2,
    habit: nestedOnShared,
  },
  {
    channel: '1.4: anchor written into shared',
    what: 'notes beside an open item that something private stands there',
    row: 2,
    mutant: whenProposed(anchorInShared),
  },
  {
    channel: '1.4: server-wide sequence in the acknowledgement',
    what: 'acknowledges by one number for all documents',
    row: 2,
    mutant: {change: oneSequence},
  },
  {
    channel: '6.5, 5: notices',
    what: 'tells everybody that something of what is withheld has changed',
    row: 2,
    mutant: {
      change: ({sync, http}) =>
        override(sync, 'tellRecords', original => async (planId, _readers, kinds) => {
          const people = await http.storage.participants(planId);
          await original.call(sync, planId, new Set(people.map(({id}) => id)), kinds);
        }),
    },
  },
  {
    channel: '1.4: close and reset',
    what: 'sends everybody away from the open plan when a private part is purged',
    row: 2,
    mutant: {change: resetAll},
  },
  {
    channel: '6.5, 7: words',
    what: 'lets private words pass through the open plan for a moment',
    row: 2,
    mutant: whenProposed(wordsThroughShared),
  },
  {
    channel: '6.5, 6: refusals',
    what: 'refuses an id because an item has it that the writer doesn’t receive',
    row: 2,
    mutant: {change: () => askingEverywhere('isKnownItemElsewhere')},
  },
  {
    channel: '6.5, 6: references',
    what: 'lets an open item refer to a private one',
    row: 2,
    mutant: {change: () => askingEverywhere('isKnownReference')},
  },
  {
    channel: '6.5, 9: who is there',
    what: 'tells of somebody hidden who has the plan open',
    row: 1,
    mutant: {
      change: () =>
        override(
          LivePlan.prototype,
          'rights',
          original =>
            function (this: LivePlan, ...asked) {
              const rights = original.apply(this, asked);
              return rights === null ? null : {...rights, visible: true};
            },
        ),
    },
  },
];

type Propose = GoldthreadServer['http']['withholdings']['propose'];

/** Does something more in the open document with each decision. */
function whenProposed(write: (doc: Y.Doc, id: string) => void): Mutant {
  return {
    change: ({http, sync}) =>
      override(http.withholdings, 'propose', (original): Propose => async (planId, actor, request) => {
        const made = await original.call(http.withholdings, planId, actor, request);
        const shared = (await http.storage.compartments(planId)).find(({kind}) => kind === 'shared');
        const change = (doc: Y.Doc) => {
          write(doc, made.id);
        };
        if (shared !== undefined) await sync.writeAsServer([{id: shared.id, items: [], write: change}]);
        return made;
      }),
  };
}

/** Sets an attribute on an open item, as an editor would that keeps its anchors where it draws them. */
function anchorInShared(doc: Y.Doc, id: string): void {
  const [item] = doc.getXmlFragment('section:B').toArray();
  if (item instanceof Y.XmlElement) item.setAttribute('anchored', id);
}

/** Writes something where everybody reads and takes it away at once. */
function wordsThroughShared(doc: Y.Doc): void {
  const fragment = doc.getXmlFragment('sos:working');
  fragment.push([elementOf({type: 'note', content: [{type: 'paragraph'}]})]);
  fragment.delete(fragment.length - 1, 1);
}

/** Lets the open document start afresh with every other one. */
function resetAll({sync, http}: GoldthreadServer): () => void {
  return override(sync, 'startAfresh', original => async (redaction): Promise<void> => {
    await original.call(sync, redaction);
    const purged = await http.storage.compartment(redaction.id);
    const all = purged === null ? [] : await http.storage.compartments(purged.planId);
    for (const {id, kind} of all) {
      if (kind !== 'shared' || id === redaction.id) continue;
      await original.call(sync, {id, cut: () => 0, records: () => []});
    }
  });
}

function oneSequence(): () => void {
  let sequence = 0;
  return override(
    Outbox.prototype,
    'send',
    original =>
      function (this: Outbox, connection, packet) {
        sequence += 1;
        original.call(this, connection, sequencePacket(packet, sequence));
      },
  );
}

/** A gate that answers one of its questions of all documents, and not of those that the writer receives. */
function askingEverywhere(question: 'isKnownItemElsewhere' | 'isKnownReference'): () => void {
  return override(
    UpdateWriter.prototype,
    'receive',
    original =>
      function (this: UpdateWriter, connection, bytes) {
        const {plan} = connection.room;
        const isKnown = (id: string) =>
          plan.access.compartments.some(one => plan.item(one.id, id) !== undefined);
        const policy: GatePolicy = {...connection.policy, [question]: isKnown};
        connection.policy = policy;
        return original.call(this, connection, bytes);
      },
  );
}
