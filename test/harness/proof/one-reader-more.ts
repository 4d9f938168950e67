import type {Cast} from './cast.ts';
import {ROLE_OF, type Kept, type Someone} from './families/shape.ts';

/** Those who have to be among the readers from the start, besides whoever decides and approves. */
const NEEDED: ReadonlySet<string> = new Set([
  'child',
  'socialWorker',
  'socialCareManager',
  'conferenceChair',
  'safeguardingLead',
]);

/** What the people of a family do in secret. */
interface Work {
  propose(kept: Kept, text: string, more: object): Promise<{readonly id: string}>;
  post(who: Someone, path: string, body: object): Promise<string>;
}

/** Withholds something for all readers but one, who is added by the two people who decide. */
export async function oneReaderMore(work: Work, cast: Cast, kept: Kept): Promise<void> {
  const {by, approvedBy, readers} = kept;
  const later = readers.find(who => who !== by && who !== approvedBy && !NEEDED.has(ROLE_OF[who]));
  if (later === undefined) return;
  const audience = readers.filter(who => who !== later).map(who => cast.id(who));
  const {id} = await work.propose(kept, 'for one more', {audience});
  const body = {readerId: cast.id(later)};
  for (const who of [by, approvedBy]) {
    if (who === null) continue;
    await work.post(who, `./withholdings/${id}/readers`, body).catch((problem: unknown) => {
      // A server that forgets for whom a document is takes everybody for a reader already; the comparison has to find that out.
      if (!String(problem).includes('"NAMED_TWICE"')) throw problem;
    });
  }
}
