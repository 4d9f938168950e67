import type {CompartmentId, ItemId, RootName} from '@goldthread/schema';
import type * as Y from 'yjs';
import {paragraphOf} from '../../../packages/server/src/withholding/gather-items.ts';
import {removeItem, rewordItem} from '../../../packages/server/src/withholding/move-items.ts';
import {waitFor} from '../wait-for.ts';
import {flush, passTime, type Person} from './cast.ts';
import {Family, type Secrets} from './family-run.ts';
import type {FamilyShape, Someone} from './families/index.ts';
import {bodyOf} from './raw-http.ts';
import {Stage} from './stage.ts';

/** An item that everybody read until now. */
export interface MovedItem {
  readonly ref: string;
  readonly root: RootName;
  readonly mover: Someone;
  /** Words that stay in its place; `null` for none. */
  readonly safe: string | null;
}

/**
 * Plays how an item is taken from where everybody reads, by a decision to withhold it or plainly by the server, and gives what
 * everybody excluded got from that moment on, what came before included.
 */
export async function playMove(
  shape: FamilyShape,
  moved: MovedItem,
  isWithheld: boolean,
  secrets: Secrets,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const stage = await Stage.start();
  const family = new Family(stage, shape, isWithheld, secrets);
  const people = () => [...family.people.values()];
  const each = async (act: (one: Family['excluded'][number]) => Promise<unknown>) => {
    for (const one of family.excluded) await act(one);
    await flush(people());
  };
  try {
    await family.gather(() => undefined);
    await family.mark({draft: {root: moved.root, type: 'note', text: 'beside it'}});
    await family.writeTogether(1);
    const take = isWithheld ? withhold : takeAway;
    const heard = () => family.excluded.map(({person}) => updatesOf(person));
    const before = heard();
    await family.cast.aside(() => take(family, moved));
    // Told in the same way in both runs, so that what is asked for next comes after it.
    await waitFor('everybody to hear of it', () => heard().every((count, at) => count > (before[at] ?? 0)));
    await flush(people());
    await each(one => one.poll());
    await family.writeTogether(2);
    await each(one => one.reconnect());
    await family.unseen(work => work.begin());
    await passTime(stage, people(), 6000);
    await each(one => one.err());
    await each(one => one.walkDoors(secretsOf(family, moved)));
    await each(one => one.guessInDocument(secretsOf(family, moved)));
    await each(one => one.poll());
    await each(one => one.signOut());
    return new Map(family.excluded.map(({person}) => [person.key, person.lines ?? []]));
  } finally {
    await stage.stop();
  }
}

function updatesOf({sockets}: Person): number {
  return sockets.reduce((sum, {frames}) => sum + frames.filter(({kind}) => kind === 'update').length, 0);
}

/** What there is to guess, with the id that the item had. */
function secretsOf(family: Family, {ref}: MovedItem): ReadonlyMap<string, string> {
  return new Map([['formerId', family.cast.item(ref)], ...family.secretsAt('move')]);
}

async function withhold({cast, shape, people}: Family, {ref, mover, safe}: MovedItem): Promise<void> {
  const person = people.get(mover);
  const [kept] = shape.kept;
  if (person === undefined || kept === undefined) throw new RangeError(`${mover} is not there.`);
  const id = cast.item(ref);
  const answer = await cast.tell(person, 'POST', './withholdings', {
    itemIds: [id],
    safeWording: {[id]: safe},
    hiddenFrom: Object.entries(kept.from).map(([who, as]) => ({id: cast.id(who), class: as})),
    audience: kept.readers.map(who => cast.id(who)),
    reasonCode: kept.reason,
    legalGround: 'Working Together 2026',
    imminent: kept.imminent ?? false,
  });
  if (bodyOf<{withholdingId?: string}>(answer).withholdingId === undefined) throw new Error(answer);
}

/** What the server does to an open item that is withheld, and nothing else. */
async function takeAway({cast}: Family, {ref, root, mover, safe}: MovedItem): Promise<void> {
  const {http, sync} = cast.stage.server;
  const kind = root.startsWith('house:') ? 'voice' : 'shared';
  const all = await http.storage.compartments(cast.planId as Parameters<typeof http.storage.compartments>[0]);
  const id = all.find(one => one.kind === kind)?.id as CompartmentId;
  const item: ItemId = cast.item(ref);
  const write = (doc: Y.Doc) => {
    if (safe === null) removeItem(doc, root, item);
    else rewordItem(doc, root, item, safe.split('\n').map(paragraphOf));
  };
  await cast.as(mover, () => sync.writeAsServer([{id, items: [], write}]));
}
