import {isRootName, rootsOf, type RootName} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {coverageOf, isQuotable, mayQuote, tracedItem, type TracedItem} from '@goldthread/schema/traces';
import {readRoot} from '@goldthread/schema/ydoc';
import type {SignedIn} from '../auth/index.ts';
import {childNames} from '../disclosure/index.ts';
import {compartmentFactsOf, type CompartmentRecord, type PlanRecord} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import {planTypeOf, received} from './reading.ts';

/** What a grown-up said, and who. */
interface Told {
  readonly words: string;
  readonly byName: string;
}

/** One thing that the child said, and all that came of it, for the child. */
export interface ToldThing {
  readonly id: string;
  readonly words: string;
  readonly isQuoted: boolean;
  /** Whether the child may put it into section A, or take it out there, where it is quoted. */
  readonly mayQuote: boolean;
  readonly wrote: string[];
  readonly reason: Told | null;
  readonly done: (Told & {readonly on: string})[];
  readonly answers: Told[];
}

/** What became of everything that the child said, made of what the child receives. */
export async function youSaid(ports: HttpPorts, plan: PlanRecord, reader: SignedIn): Promise<ToldThing[]> {
  const names = childNames(plan);
  const items: TracedItem[] = [];
  const quotable = new Set<string>();
  const compartments = received(reader, plan, await ports.storage.compartments(plan.id));
  for (const one of compartments)
    for (const [root, node] of await nodesIn(ports, plan, one)) {
      const item = tracedItem(node, root, names);
      if (item === null) continue;
      items.push(item);
      if (one.kind === 'voice' && item.words !== '' && isQuotable(node.attrs?.['mode']))
        quotable.add(item.id);
    }
  const mayPut = maySetInA(plan, reader, compartments);
  const threads = await ports.comments.list(plan.id, reader);
  return coverageOf(items, await ports.traces.list(plan.id, reader)).map(one => ({
    id: one.item.id,
    words: one.item.words,
    isQuoted: one.quotes.length > 0,
    mayQuote: mayPut && quotable.has(one.item.id),
    wrote: one.links.map(({words}) => words),
    reason: one.reason === null ? null : toldBy(one.reason),
    done: one.done.map(trace => ({...toldBy(trace), on: trace.on ?? ''})),
    answers: threads
      .filter(({item}) => item === one.item.id)
      .flatMap(({comments}) => comments)
      .filter(({kind, takenBackAt}) => kind === 'answer' && takenBackAt === null)
      .map(({text, byName}) => ({words: text, byName})),
  }));
}

/** Whether this session may say what of the child's stands in section A. */
function maySetInA(
  plan: PlanRecord,
  {participant, isConfirmed}: SignedIn,
  compartments: readonly CompartmentRecord[],
): boolean {
  const shared = compartments.find(({kind}) => kind === 'shared');
  return (
    isConfirmed && shared !== undefined && mayQuote(participant, plan.stage, compartmentFactsOf(plan, shared))
  );
}

function toldBy({words, byName}: Told): Told {
  return {words, byName};
}

/** Every item of a document, with where it stands or beside what. */
async function nodesIn(
  {sync}: HttpPorts,
  plan: PlanRecord,
  {id, kind}: CompartmentRecord,
): Promise<readonly (readonly [RootName, PmJson])[]> {
  const read = await sync.withDocument(id, doc =>
    rootsOf(planTypeOf(plan), kind).flatMap(root =>
      readRoot(doc.getXmlFragment(root)).flatMap((node): [RootName, PmJson][] => {
        const beside = node.attrs?.['anchor.root'];
        if (kind !== 'withheld') return [[root, node]];
        return typeof beside === 'string' && isRootName(beside) ? [[beside, node]] : [];
      }),
    ),
  );
  return read ?? [];
}
