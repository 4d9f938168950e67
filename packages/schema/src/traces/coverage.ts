import type {ItemTypeName} from '../plan/item-type.ts';
import {QUOTES, type LinkRel} from '../plan/link-rel.ts';
import type {RootName} from '../plan/root.ts';
import {areSameWords} from './said-words.ts';

/** An item of a plan, as far as it is known to whom coverage is shown. */
export interface TracedItem {
  readonly id: string;
  /** Where it stands, or, of a withheld one, beside what. */
  readonly root: RootName;
  readonly type: ItemTypeName;
  readonly words: string;
  readonly links: readonly {readonly rel: LinkRel; readonly to: string}[];
  /** Whether it is words of the child's. */
  readonly isChilds: boolean;
}

/** What somebody said or did because of an item, as its readers know it. */
export interface KnownTrace {
  readonly item: string;
  readonly act: 'reason' | 'done' | 'linked';
  /** The item to which it is tied. */
  readonly to: string | null;
  readonly takenBackAt: unknown;
}

/** An item of the child's, and what became of it. */
export interface Covered<Item, Trace> {
  readonly item: Item;
  /** Where it stands in section A word for word. */
  readonly quotes: readonly Item[];
  /** The needs, outcomes and help that were written because of it. */
  readonly links: readonly Item[];
  /** Why it isn't in the plan, as it was said last. */
  readonly reason: Trace | null;
  /** What was done, oldest first. */
  readonly done: readonly Trace[];
  readonly isTraced: boolean;
}

/** The links with which an item of the plan says that it rests on words of the child's. */
const RESTS_ON: ReadonlySet<LinkRel> = new Set<LinkRel>(['statement', 'aspiration', 'evidence']);

/**
 * What became of each thing that the child said (C04), those first of which nothing became: computed from nothing but what one reader
 * receives, so that it says to nobody that there is more.
 */
export function coverageOf<Item extends TracedItem, Trace extends KnownTrace>(
  items: readonly Item[],
  traces: readonly Trace[],
): readonly Covered<Item, Trace>[] {
  const byId = new Map<string, Item>(items.map(item => [item.id, item]));
  const told = Map.groupBy(
    traces.filter(({takenBackAt}) => takenBackAt === null),
    ({item}) => item,
  );
  const inA = items.filter(({root}) => root === 'section:A');
  const all = items.filter(isSaid(items)).map((item): Covered<Item, Trace> => {
    const own = told.get(item.id) ?? [];
    const quotes = inA.filter(one => isQuoteOf(one, item));
    const tied = own.flatMap(({to}) => (to === null ? [] : (byId.get(to) ?? [])));
    const said = new Set([item, ...quotes].map(({id}) => id));
    const resting = items.filter(one => !one.isChilds && restsOn(one, said));
    const links = [...new Set([...resting, ...tied])];
    const reason = own.findLast(({act}) => act === 'reason') ?? null;
    const isTraced = quotes.length + links.length > 0 || reason !== null;
    return {item, quotes, links, reason, done: own.filter(({act}) => act === 'done'), isTraced};
  });
  return [...all.filter(one => !one.isTraced), ...all.filter(one => one.isTraced)];
}

/** What is in the houses, and what else stands in section A as the child said it. */
function isSaid(items: readonly TracedItem[]): (item: TracedItem) => boolean {
  const houses = items.filter(({isChilds, root}) => isChilds && root.startsWith('house:'));
  return item =>
    item.isChilds && (item.root.startsWith('house:') || !houses.some(house => isQuoteOf(item, house)));
}

/** Made from it, or the same words of the child's that were written there by hand. */
function isQuoteOf(one: TracedItem, item: TracedItem): boolean {
  if (one.root !== 'section:A' || !one.isChilds) return false;
  if (one.id === item.id) return true;
  const quote = one.links.find(({rel}) => rel === QUOTES);
  return quote === undefined ? areSameWords(one.words, item.words) : quote.to === item.id;
}

function restsOn({links}: TracedItem, said: ReadonlySet<string>): boolean {
  return links.some(({rel, to}) => said.has(to) && RESTS_ON.has(rel));
}
