import {newId, QUOTES, type ItemId, type PlanId} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {isQuotable, mayQuote, saidWords} from '@goldthread/schema/traces';
import {itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {Speaker} from '../agreement/index.ts';
import {childNames, demandCleared, lookFor} from '../disclosure/index.ts';
import {RequestProblem} from '../errors.ts';
import {
  compartmentFactsOf,
  type CompartmentRecord,
  type ItemRecord,
  type RecordChange,
} from '../storage/index.ts';
import {
  insertItem,
  paragraphOf,
  planFacts,
  quotationsOf,
  quotationsOut,
  standingItem,
  type PlanFacts,
  type WithholdingPorts,
} from '../withholding/index.ts';
import {saidItem} from './said-item.ts';

const A = 'section:A';

/**
 * Words of the child's in section A, word for word (C03). The server writes a quotation from the words themselves, names where they are
 * from, and lets nobody change it; there are none of words that the child keeps from anybody on the plan (TH-11).
 */
export class Quotations {
  readonly #ports: WithholdingPorts;

  constructor(ports: WithholdingPorts) {
    this.#ports = ports;
  }

  /** Puts what the child said into section A. Said twice it stands there once. */
  quote(
    planId: PlanId,
    speaker: Speaker,
    itemId: ItemId,
    cleared: readonly string[],
  ): Promise<{readonly itemId: string}> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, sync} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const {item, home} = saidItem(facts, speaker, itemId);
      const shared = this.#shared(facts, speaker);
      // Who reads that document reads this one: it is the child's own choice that everybody does.
      if (home.kind === 'withheld') throw new RequestProblem('CHILD_KEEPS_IT');
      if (home.kind !== 'voice') throw new RequestProblem('NOT_FOUND');
      const [before] = (await sync.withDocument(shared.id, doc => quotationsOf(doc, [itemId]))) ?? [];
      if (before !== undefined) return {itemId: before};
      const node = await sync.withDocument(home.id, doc => standingItem(doc, [item.root], itemId)?.node);
      if (node === null || node === undefined) throw new RequestProblem('ALREADY_CHANGED');
      const words = quotable(node);
      const look = await lookFor(storage, facts, speaker);
      look.demandNoValue(
        [words],
        facts.people.map(({id}) => id),
      );
      demandCleared(look.findAt([{root: A, text: words}]), cleared);
      const record = this.#recordOf(item, shared, speaker);
      const made = quotationNode(node, words, record.id, itemId, childNames(facts.plan).at(-1) ?? '');
      const after = lastOfChild(facts, shared, item);
      await sync.writeAsServer(
        [
          // Read in the turn in which it is written: what the child says by then is what is quoted, or nothing is.
          {
            id: home.id,
            items: [],
            write(doc) {
              const now = standingItem(doc, [item.root], itemId)?.node;
              if (now === undefined || saidWords(now) !== words) throw new RequestProblem('ALREADY_CHANGED');
            },
          },
          {id: shared.id, items: [record], write: doc => insertItem(doc, A, after(doc), made)},
        ],
        [this.#note(speaker, shared, record.id, 'quoted')],
      );
      return {itemId: record.id};
    });
  }

  /** Takes what the child said out of section A again; the child's own words stay where they are. */
  takeOut(planId: PlanId, speaker: Speaker, itemId: ItemId): Promise<void> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      saidItem(facts, speaker, itemId);
      const shared = this.#shared(facts, speaker);
      const changes = await quotationsOut(this.#ports, facts, [itemId]);
      if (changes.length === 0) throw new RequestProblem('NOT_FOUND');
      await this.#ports.sync.writeAsServer(changes, [this.#note(speaker, shared, itemId, 'unquoted')]);
    });
  }

  /** The document of section A, for somebody who may quote there. */
  #shared({plan, compartments}: PlanFacts, {participant}: Speaker): CompartmentRecord {
    const shared = compartments.find(({kind}) => kind === 'shared');
    if (shared === undefined || !mayQuote(participant, plan.stage, compartmentFactsOf(plan, shared)))
      throw new RequestProblem('NOT_FOUND');
    return shared;
  }

  #recordOf(
    {planId, owner}: ItemRecord,
    shared: CompartmentRecord,
    {participant, session}: Speaker,
  ): ItemRecord {
    return {
      ...{id: newId<ItemId>(this.#ports.random), planId, compartmentId: shared.id, root: A, anchorRoot: null},
      ...{type: 'statement', owner, typedBy: participant.id === owner ? null : participant.id},
      ...{sessionId: session.id, verbatim: true, readBack: true, createdAt: this.#ports.clock.now()},
    };
  }

  #note(
    {participant, session}: Speaker,
    {planId, id: compartmentId}: CompartmentRecord,
    itemId: ItemId,
    act: 'quoted' | 'unquoted',
  ): RecordChange {
    const by = {at: this.#ports.clock.now(), actor: participant.id, sessionId: session.id};
    const what = {action: 'traced', itemIds: [itemId], subject: null, detail: {act}} as const;
    return {kind: 'audit', append: {planId, compartmentId, ...by, ...what}};
  }
}

/** The words of an item, where they are the child's own and there are some. */
function quotable(node: PmJson): string {
  if (!isQuotable(node.attrs?.['mode'])) throw new RequestProblem('NOT_OWN_WORDS');
  const words = saidWords(node);
  if (words === '') throw new RequestProblem('NO_WORDS');
  return words;
}

/** It says who said it, how and when, and leads to where it was said. */
function quotationNode(node: PmJson, words: string, id: ItemId, to: ItemId, speaker: string): PmJson {
  const {mode, writer, date} = node.attrs ?? {};
  const known = Object.entries({mode, writer, date}).filter(([, value]) => typeof value === 'string');
  return {
    type: 'statement',
    attrs: {id, speaker, ...Object.fromEntries(known)},
    content: [...words.split('\n').map(paragraphOf), {type: 'link', attrs: {rel: QUOTES, to}}],
  };
}

/** Where the child's words in section A end: a new quotation stands after them, and before what the grown-ups say. */
function lastOfChild({items}: PlanFacts, shared: CompartmentRecord, {owner}: ItemRecord) {
  const own = new Set<string>(
    items.flatMap(one => (one.compartmentId === shared.id && one.owner === owner ? [one.id] : [])),
  );
  return (doc: Y.Doc): ItemId | null =>
    doc
      .getXmlFragment(A)
      .toArray()
      // The gate lets only ids stand in this attribute.
      .map(one => (one instanceof Y.XmlElement ? (itemIdOf(one) as ItemId | null) : null))
      .findLast(id => id !== null && own.has(id)) ?? null;
}
