import {rootsOf, type CompartmentId, type Reader} from '@goldthread/schema';
import type * as Y from 'yjs';
import type {CommentRecord} from '../storage/index.ts';
import type {PlanFacts} from '../withholding/index.ts';
import type {AgreementPorts} from './agreement-ports.ts';
import {anchorState, elementsOf, type AnchorState} from './comment-anchor.ts';
import {threadView, type ThreadView} from './comment-view.ts';
import {receivedBy} from './standing-items.ts';

type Ports = Pick<AgreementPorts, 'storage' | 'sync'>;

/** The comments whose readers, and whose item's readers, a reader is one of. Oldest first. */
export async function commentsFor(
  {storage}: Ports,
  facts: PlanFacts,
  reader: Reader,
): Promise<readonly CommentRecord[]> {
  return receivedTalk(facts, reader, await storage.talk.comments.of(facts.plan.id));
}

/** Of what was said beside items, what is said for a reader who reads the item too; what is about no item, for whom it is said. */
export function receivedTalk<Said extends {compartmentId: CompartmentId; itemId: string | null}>(
  facts: PlanFacts,
  reader: Reader,
  said: readonly Said[],
): readonly Said[] {
  const mine = new Set(receivedBy(facts, reader).map(({id}) => id));
  const homes = homesOf(facts);
  return said.filter(({compartmentId, itemId}) => {
    const home = itemId === null ? compartmentId : homes.get(itemId);
    return mine.has(compartmentId) && home !== undefined && mine.has(home);
  });
}

/**
 * Comments in their threads, of items that stand in the plan now. Beside an item that somebody deleted nothing is listed, as
 * beside one that was withheld from the reader: else the two could be told apart.
 */
export async function threadsOf(
  ports: Ports,
  facts: PlanFacts,
  reader: Reader,
  records: readonly CommentRecord[],
): Promise<readonly ThreadView[]> {
  const states = await statesOf(ports, facts, records);
  const standing = records.filter(({id}) => states.has(id));
  return [...Map.groupBy(standing, ({thread}) => thread).values()].flatMap(
    list => threadView(list, facts, reader, ({id}) => states.get(id) ?? 'gone') ?? [],
  );
}

/** Reads items of one document. */
export function withItems<T>(
  {sync}: Pick<Ports, 'sync'>,
  {planType, compartments}: PlanFacts,
  id: CompartmentId,
  ids: ReadonlySet<string>,
  read: (elements: ReadonlyMap<string, Y.XmlElement>) => T,
): Promise<T | null> {
  const kind = compartments.find(one => one.id === id)?.kind ?? 'withheld';
  return sync.withDocument(id, doc => read(elementsOf(doc, rootsOf(planType, kind), ids)));
}

function homesOf({items}: PlanFacts): ReadonlyMap<string, CompartmentId> {
  return new Map(items.map(({id, compartmentId}) => [id, compartmentId]));
}

/** By comment, what became of the words to which it belongs; nothing of those whose item stands nowhere. */
async function statesOf(
  ports: Ports,
  facts: PlanFacts,
  records: readonly CommentRecord[],
): Promise<ReadonlyMap<string, AnchorState>> {
  const states = new Map<string, AnchorState>();
  const homes = homesOf(facts);
  for (const [home, list] of Map.groupBy(records, ({itemId}) => homes.get(itemId))) {
    if (home === undefined) continue;
    await withItems(ports, facts, home, new Set(list.map(({itemId}) => itemId)), elements => {
      for (const {id, itemId, anchor} of list) {
        const element = elements.get(itemId);
        if (element !== undefined) states.set(id, anchor === null ? 'there' : anchorState(element, anchor));
      }
    });
  }
  return states;
}
