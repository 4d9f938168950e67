import {isRootName, rootsOf, type RootName} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {coverageOf, tracedItem, type TracedItem} from '@goldthread/schema/traces';
import {readRoot} from '@goldthread/schema/ydoc';
import type {SignedIn} from '../auth/index.ts';
import {childNames} from '../disclosure/index.ts';
import type {CompartmentRecord, PlanRecord} from '../storage/index.ts';
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
  readonly wrote: string[];
  readonly reason: Told | null;
  readonly done: (Told & {readonly on: string})[];
  readonly answers: Told[];
}

/** What became of everything that the child said, made of what the child receives. */
export async function youSaid(ports: HttpPorts, plan: PlanRecord, reader: SignedIn): Promise<ToldThing[]> {
  const names = childNames(plan);
  const items: TracedItem[] = [];
  for (const one of received(reader, plan, await ports.storage.compartments(plan.id)))
    for (const [root, node] of await nodesIn(ports, plan, one))
      items.push(...[tracedItem(node, root, names)].filter(item => item !== null));
  const threads = await ports.comments.list(plan.id, reader);
  return coverageOf(items, await ports.traces.list(plan.id, reader)).map(one => ({
    id: one.item.id,
    words: one.item.words,
    isQuoted: one.quotes.length > 0,
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
