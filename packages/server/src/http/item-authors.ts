import {accessThrough, rootsOf, type ItemId, type Reader} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {itemIdOf, readElement} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {Carry, RangeRows, wordingOf, type ItemWording} from '../authorship/index.ts';
import {RequestProblem} from '../errors.ts';
import {
  compartmentFactsOf,
  itemFactsOf,
  type CarryRange,
  type CompartmentRecord,
  type ItemRecord,
  type ParticipantRecord,
  type PlanRecord,
  type UpdateRow,
} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import {readFacts} from './plan-facts.ts';
import {hiddenKeys, recordsWithout} from './reader-records.ts';
import {planTypeOf} from './reading.ts';
import {visiblePeople} from './visible-people.ts';

/** A person as who wrote something is shown. */
interface Writer {
  readonly id: string;
  readonly name: string;
  readonly relationship: string;
}

/** That somebody did something at some time; ISO. */
interface Deed {
  readonly by: Writer;
  readonly at: string;
}

/** Who wrote what of an item, as a reader may know. */
export interface ItemAuthors {
  readonly item: string;
  readonly type: string;
  /** Whose item it is, and who typed it for them. */
  readonly owner: Writer | null;
  readonly typedBy: Writer | null;
  /** Whether its owner said that what was typed for them is right; `null` where nobody typed it for them, as far as the reader may know. */
  readonly isRight: boolean | null;
  /** Facts that the item gives about how it was said. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** Who was there, as the item says. */
  readonly present: readonly string[];
  readonly session: {
    readonly date: string;
    readonly place: string;
    readonly askedBy: string;
    readonly present: readonly string[];
    readonly prompts: readonly string[];
  } | null;
  /** Block by block; `by` is `null` for words that came with the plan or were put there from elsewhere. */
  readonly blocks: readonly (readonly {
    readonly words: string;
    readonly by: Writer | null;
    readonly typedFor: Writer | null;
    readonly at: string | null;
  }[])[];
  /** Who wrote in it last, and who last took words out of it. */
  readonly wrote: Deed | null;
  readonly tookOut: Deed | null;
}

/** What of a document is read at once. */
interface Found {
  readonly node: PmJson;
  readonly wording: ItemWording<string>;
}

const EVERY_ROW = Number.MAX_SAFE_INTEGER;

/**
 * Who wrote the words of an item that a reader receives (D04), with where it is. Of somebody whom the reader may not know it says
 * what it says of words that came with the plan.
 */
export async function itemAuthors(
  ports: HttpPorts,
  plan: PlanRecord,
  reader: Reader,
  itemId: ItemId,
): Promise<{readonly compartment: CompartmentRecord; readonly authors: ItemAuthors}> {
  const {item, compartment} = await placeOf(ports, plan, reader, itemId);
  const everyone = await ports.storage.participants(plan.id);
  const people = visiblePeople(everyone, reader);
  const along = await ports.storage.carry(compartment.id);
  const clients = await writersIn(ports, plan, compartment, along);
  const carry = new Carry(cid => clients.get(cid) ?? null, along);
  const roots = rootsOf(planTypeOf(plan), compartment.kind);
  const found = await ports.sync.withDocument(compartment.id, doc => read(doc, roots, itemId, carry));
  if (found === null) throw new RequestProblem('NOT_FOUND');
  const log = (await ports.storage.updateLog(compartment.id, 0, EVERY_ROW)).filter(
    ({kind}) => kind === 'edit',
  );
  const authors = authorsOf(item, found, log, people);
  return {compartment, authors: {...authors, session: sessionOf(plan, itemId, everyone, people)}};
}

/**
 * Whose a client id is. Words keep the ids under which they were first written: what was withheld those of where everybody reads, and
 * what was written while it was withheld those of the narrower document. Such a document is asked only for ids that came along from it,
 * so that nothing here depends on what stays there; when something was written there nobody is told.
 */
async function writersIn(
  {storage}: HttpPorts,
  plan: PlanRecord,
  {id}: CompartmentRecord,
  along: readonly CarryRange[],
): Promise<ReadonlyMap<number, string>> {
  const own = new Map((await storage.bindings(id)).map(({cid, participantId}) => [cid, participantId]));
  const elsewhere = new Set(along.map(({sourceClient}) => sourceClient).filter(cid => !own.has(cid)));
  if (elsewhere.size === 0) return own;
  const others = (await storage.compartments(plan.id)).filter(one => one.id !== id);
  const bindings = await Promise.all(others.map(one => storage.bindings(one.id)));
  const theirs = bindings.flat().filter(({cid}) => elsewhere.has(cid));
  return new Map([...theirs.map(({cid, participantId}) => [cid, participantId] as const), ...own]);
}

async function placeOf(
  {storage}: HttpPorts,
  plan: PlanRecord,
  reader: Reader,
  itemId: ItemId,
): Promise<{readonly item: ItemRecord; readonly compartment: CompartmentRecord}> {
  const item = (await storage.items(plan.id)).find(({id}) => id === itemId);
  const compartment = item === undefined ? null : await storage.compartment(item.compartmentId);
  if (item === undefined || compartment === null) throw new RequestProblem('NOT_FOUND');
  const facts = compartmentFactsOf(plan, compartment);
  const access = accessThrough(reader, plan.stage, facts, item.root, itemFactsOf(item));
  if (access === 'none') throw new RequestProblem('NOT_FOUND');
  return {item, compartment};
}

function read(doc: Y.Doc, roots: readonly string[], itemId: ItemId, carry: Carry<string>): Found | null {
  for (const root of roots) {
    for (const child of doc.getXmlFragment(root).toArray())
      if (child instanceof Y.XmlElement && itemIdOf(child) === itemId)
        return {node: readElement(child), wording: wordingOf(child, carry)};
  }
  return null;
}

function authorsOf(
  item: ItemRecord,
  {node, wording}: Found,
  log: readonly UpdateRow[],
  people: readonly ParticipantRecord[],
): Omit<ItemAuthors, 'session'> {
  const known = new Map<string | null, Writer>(
    people.map(({id, name, relationship}) => [id, {id, name, relationship}]),
  );
  const writer = (id: string | null): Writer | null => known.get(id) ?? null;
  const deed = (row: UpdateRow | undefined): Deed | null => {
    const by = writer(row?.participantId ?? null);
    return row === undefined || by === null ? null : {by, at: isoOf(row.at)};
  };
  // Whoever may not be known did nothing that is later than what others did.
  const rows = log.filter(({participantId}) => known.has(participantId));
  const brought = new RangeRows(rows.map(({inserted}) => inserted));
  const written = wording.blocks.flat().flatMap(one => one.written);
  const gone = new RangeRows(wording.deleted.map(one => [one]));
  const typist = writer(item.typedBy);
  return {
    item: item.id,
    type: item.type,
    owner: writer(item.owner),
    typedBy: typist,
    isRight: item.owner === null || typist === null || item.owner === item.typedBy ? null : item.readBack,
    facts: factsOf(node),
    present: (node.content ?? []).flatMap(({type, attrs = {}}) => {
      const who = attrs['who'];
      return type === 'part' && attrs['kind'] === 'present' && typeof who === 'string' ? [who] : [];
    }),
    blocks: wording.blocks.map(block =>
      block.map(({person, words, written: places}) => {
        const by = writer(person);
        const last = by === null ? undefined : rows[brought.lastOf(places)];
        const isTyped = by !== null && by.id === typist?.id && item.owner !== item.typedBy;
        return {
          words,
          by,
          typedFor: isTyped ? writer(item.owner) : null,
          at: last === undefined ? null : isoOf(last.at),
        };
      }),
    ),
    wrote: deed(rows[brought.lastOf(written)]),
    tookOut: deed(rows.findLast(row => tookOut(row, gone))),
  };
}

function factsOf({attrs = {}}: PmJson): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(attrs).filter(
      (entry): entry is [string, string | number | boolean] =>
        ['string', 'number', 'boolean'].includes(typeof entry[1]) &&
        entry[0] !== 'id' &&
        !entry[0].startsWith('anchor.'),
    ),
  );
}

function sessionOf(
  plan: PlanRecord,
  itemId: ItemId,
  everyone: readonly ParticipantRecord[],
  people: readonly ParticipantRecord[],
): ItemAuthors['session'] {
  const {records, itemSessions} = readFacts(plan);
  const {sessions} = recordsWithout(records, hiddenKeys(everyone, people));
  const session = sessions.find(({id}) => id === itemSessions[itemId]);
  if (session === undefined) return null;
  const {date, place, askedBy, present, prompts = []} = session;
  const asker = people.find(({key}) => key === askedBy)?.name ?? '';
  return {date, place, askedBy: asker, present, prompts};
}

/** What an update brings and deletes again was never there. */
function tookOut({inserted, deleted}: UpdateRow, gone: RangeRows): boolean {
  if (!gone.names(deleted)) return false;
  const own = new RangeRows([inserted]);
  return deleted.some(({client, clock, length}) =>
    Array.from({length}, (_, at) => ({client, clock: clock + at, length: 1})).some(
      one => gone.names([one]) && !own.names([one]),
    ),
  );
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
