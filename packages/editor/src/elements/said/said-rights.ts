import type {CompartmentFacts, CompartmentId, ItemId} from '@goldthread/schema';
import {isQuotable, mayQuote, mayTrace, type Covered} from '@goldthread/schema/traces';
import {elementOf, itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {Trace} from '../../records/traces.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import type {SaidItem} from './said-items.ts';

/** What the child said, and what became of it. */
export type Said = Covered<SaidItem, Trace>;

/** Why something can't be quoted: nothing stands in its way, or the child's choice, or that the words aren't the child's own. */
export type QuoteState = 'may' | 'kept' | 'notOwn' | 'no';

/** Origin of the transactions that tie an item to what the child said; no editor's undo takes them back. */
const SAID_ORIGIN = 'goldthread-said';

/** Whether this person may quote something in section A, as far as the page can know; the server decides again. */
export function quoteStateOf(plan: PlanHost, {item, quotes}: Said): QuoteState {
  const {source} = plan;
  const facts = source?.facts ?? null;
  if (source?.isSure !== true || facts === null || quotes.length > 0) return 'no';
  const shared: CompartmentFacts = {
    id: '' as CompartmentId,
    kind: 'shared',
    coWriting: {'section:A': true},
  };
  const mayWrite = source.docFor('section:A')?.writableRoots.includes('section:A') === true;
  if (!mayWrite || !mayQuote({...facts.me, key: '', hiddenFrom: []}, facts.stage, shared)) return 'no';
  if (item.compartmentId !== null) return 'kept';
  return isQuotable(item.mode) && item.words !== '' ? 'may' : 'notOwn';
}

/** Whether this person may write down what came of something, likewise. */
export function mayLeave({source}: PlanHost): boolean {
  const facts = source?.facts ?? null;
  if (source?.isSure !== true || facts === null) return false;
  const home: CompartmentFacts = {id: '' as CompartmentId, kind: 'voice', coWriting: {}};
  return mayTrace({...facts.me, key: '', hiddenFrom: []}, facts.stage, home);
}

/**
 * The needs and outcomes to which this person can tie something: of what everybody reads those that they may change, because the need
 * itself says on what it rests; of private words all, because nothing in the plan will lead back (ruling 23).
 */
export function tieable(
  plan: PlanHost,
  items: readonly SaidItem[],
  {item, links}: Said,
): readonly SaidItem[] {
  const {source, own} = plan;
  const facts = source?.facts ?? null;
  if (source === null || facts === null) return [];
  return items.filter(({id, type, root, compartmentId}) => {
    if ((type !== 'need' && type !== 'outcome') || links.some(one => one.id === id)) return false;
    if (item.compartmentId !== null) return compartmentId === null || compartmentId === item.compartmentId;
    // Ids here were read from a document, where only ids stand.
    const mayWrite =
      source.docFor(root)?.mayWrite(root) === true && own.rightsIn(facts, root)(id as ItemId, type);
    return compartmentId === null && mayWrite;
  });
}

/** Says in a need or an outcome that it rests on what the child said; whether it did. */
export function tie({source}: PlanHost, {root, id}: SaidItem, said: string): boolean {
  const open = source?.docFor(root);
  const item = open?.doc
    .getXmlFragment(root)
    .toArray()
    .find(one => one instanceof Y.XmlElement && itemIdOf(one) === id);
  if (open === undefined || !(item instanceof Y.XmlElement)) return false;
  const link = elementOf({type: 'link', attrs: {rel: 'statement', to: said}});
  open.doc.transact(() => item.insert(item.length, [link]), SAID_ORIGIN);
  return true;
}
