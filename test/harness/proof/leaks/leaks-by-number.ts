import {wrapStorage} from '../hidden-person.ts';
import type {Mutant} from '../stage.ts';
import {withHeader, type Leak} from './leak.ts';

const ITEMS_A_PAGE = 3;

/** Leaks by numbers, counts, sizes and dates that are computed of the whole plan and not of what the reader receives. */
export const LEAKS_BY_NUMBER: readonly Leak[] = [
  {
    channel: '6.5, 1: numbers',
    what: 'draws ids, client ids and tokens for the whole plan from one sequence',
    row: 2,
    mutant: {oneStream: true},
  },
  {
    channel: '6.5, 1: gaps; 1.4: page count over the full plan',
    what: 'counts pages over the full plan',
    row: 2,
    mutant: withHeader('x-pages', /\/api\/plans\/[^/]+$/, async ({http}, planId) =>
      String(Math.ceil((await http.storage.items(planId)).length / ITEMS_A_PAGE)),
    ),
  },
  {
    channel: '6.5, 2: counts',
    what: 'says of how many parts a plan consists',
    row: 2,
    mutant: withHeader('x-parts', /\/people/, ({http}, planId) => countOf(http.storage.compartments(planId))),
  },
  {
    channel: '1.4: search total over the full plan',
    what: 'says how many items there are beside those that it lists',
    row: 2,
    mutant: withHeader('x-total', /\/my-items/, ({http}, planId) => countOf(http.storage.items(planId))),
  },
  {
    channel: '6.5, 3: last edited',
    what: 'says when the plan was last edited, of whatever part',
    row: 2,
    mutant: lastEdited(),
  },
  {
    channel: '1.4: notification count over all documents',
    what: 'counts news that are not the reader’s',
    row: 2,
    mutant: withHeader('x-news', /\/records/, ({http}, planId) => countOf(http.storage.withholdings(planId))),
  },
  {
    channel: '6.5, 8: exports',
    what: 'names an export after the size of the whole plan',
    row: 2,
    mutant: withHeader('x-name', /\/export/, async ({http}, planId) => {
      const items = await http.storage.items(planId);
      return `plan-of-${items.length}-items.json`;
    }),
  },
  {
    channel: '6.5, 10: places',
    what: 'says how many addresses are kept out of the plan',
    row: 22,
    mutant: withHeader('x-kept', /\/contacts/, ({http}, planId) => countOf(http.storage.contacts(planId))),
  },
  {
    channel: '6.5, 11: audit',
    what: 'says how many entries the audit of a plan has',
    row: 2,
    mutant: withHeader('x-entries', /\/audit/, ({http}, planId) => countOf(http.storage.audit(planId))),
  },
  {
    channel: '6.5, 6: sizes',
    what: 'answers a little longer where there is more',
    row: 2,
    mutant: withHeader('x-padding', /\/compartments/, async ({http}, planId) =>
      'x'.repeat((await http.storage.compartments(planId)).length),
    ),
  },
];

async function countOf(list: Promise<readonly unknown[]>): Promise<string> {
  return String((await list).length);
}

/** A server that remembers the last commit of each plan, whatever document it was for. */
function lastEdited(): Mutant {
  const edited = new Map<string, number>();
  let now = () => 0;
  const header = withHeader('last-modified', /\/api\/plans\/[^/]+$/, async (_server, planId) => {
    await Promise.resolve();
    return String(edited.get(planId) ?? 0);
  });
  return {
    storage(storage) {
      edited.clear();
      return wrapStorage(storage, {
        commit(batch, ...more) {
          for (const {planId, updates} of batch) if (updates.length > 0) edited.set(planId, now());
          return storage.commit(batch, ...more);
        },
      });
    },
    change(server) {
      now = () => server.http.clock.now();
      return header.change?.(server) ?? (() => undefined);
    },
  };
}
