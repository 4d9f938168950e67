import type {GoldthreadServer} from '../../../../packages/server/src/build-server.ts';
import type {PlanId} from '@goldthread/schema';
import type {CompartmentRecord, PlanStorage} from '../../../../packages/server/src/storage/index.ts';
import type {WithholdingList} from '../../../../packages/server/src/withholding/index.ts';
import {wrapStorage} from '../hidden-person.ts';
import {beforeRequests, override, type Leak} from './leak.ts';

/** Leaks in answers: statuses, lists of people, the audit, the one line that says that something is private. */
export const LEAKS_BY_ANSWER: readonly Leak[] = [
  {
    channel: '6.5, 6: errors; 1.4: 403 and 404',
    what: 'answers otherwise about a decision that is there than about one that isn’t',
    row: 2,
    mutant: {change: forbidden},
  },
  {
    channel: '6.5, 7: documents',
    what: 'forgets for whom a withheld document is',
    row: 2,
    mutant: {storage: forEverybody},
  },
  {
    channel: '6.5, 9: people',
    what: 'forgets from whom people are hidden',
    row: 1,
    mutant: {
      storage: storage =>
        wrapStorage(storage, {
          participants: async planId =>
            (await storage.participants(planId)).map(person => ({...person, hiddenFrom: []})),
        }),
    },
  },
  {
    channel: '6.5, 11: audit',
    what: 'forgets to which document an entry of the audit belongs',
    row: 28,
    mutant: {
      storage: storage =>
        wrapStorage(storage, {
          audit: async (...asked) =>
            (await storage.audit(...asked)).map(entry => ({...entry, compartmentId: null})),
        }),
    },
  },
  {
    channel: '6.5, 13: caches',
    what: 'answers everybody for a moment what it answered somebody',
    row: 2,
    mutant: {change: oneCache},
  },
  {
    channel: '6.2: marked',
    what: 'says a line for each private thing of a section',
    row: 4,
    mutant: {change: oneLineEach},
  },
];

/** A server that takes everybody for a reader of every document. */
export function forEverybody(storage: PlanStorage): PlanStorage {
  const widen = async (one: CompartmentRecord): Promise<CompartmentRecord> => {
    const everyone = (await storage.participants(one.planId)).map(({id}) => id);
    return {...one, audience: one.audience && [...new Set([...one.audience, ...everyone])]};
  };
  return wrapStorage(storage, {
    compartments: async planId => Promise.all((await storage.compartments(planId)).map(widen)),
    async compartment(id) {
      const found = await storage.compartment(id);
      return found === null ? null : widen(found);
    },
  });
}

/** As from a server that looks whether something is there before it looks who asks. */
function forbidden(server: GoldthreadServer): () => void {
  const {storage, sessions} = server.http;
  return beforeRequests(server, async ({url, headers}, response) => {
    const [, planId, id] = /\/plans\/([^/]+)\/withholdings\/([^/]+)/.exec(url ?? '') ?? [];
    const all = planId === undefined ? [] : await storage.withholdings(planId as PlanId);
    const found = all.find(one => one.id === id);
    if (found === undefined) return 'go on';
    const readers = (await storage.compartment(found.compartmentId))?.audience ?? [];
    const asker = await sessions.find(headers.authorization?.slice('Bearer '.length) ?? '');
    if (asker !== null && readers.includes(asker.participant.id)) return 'go on';
    response.writeHead(403, {'content-length': 0}).end();
    return 'answered';
  });
}

function oneLineEach({http}: GoldthreadServer): () => void {
  return override(http.withholdings, 'list', original => async (planId, reader): Promise<WithholdingList> => {
    const list = await original.call(http.withholdings, planId, reader);
    const all = await http.storage.withholdings(planId);
    return {...list, marks: list.marks.flatMap(mark => all.map(() => mark))};
  });
}

/** A server that keeps the list of a plan for a moment, and forgets for whom it was. */
function oneCache({http: {withholdings, clock}}: GoldthreadServer): () => void {
  const lists = new Map<PlanId, {at: number; list: Promise<WithholdingList>}>();
  return override(withholdings, 'list', original => (planId, reader): Promise<WithholdingList> => {
    const kept = lists.get(planId);
    if (kept?.at === clock.now()) return kept.list;
    const list = original.call(withholdings, planId, reader);
    lists.set(planId, {at: clock.now(), list});
    return list;
  });
}
