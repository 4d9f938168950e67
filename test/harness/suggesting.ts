import assert from 'node:assert/strict';
import {below, seededRandom} from '@goldthread/schema/testing';
import type {RandomBytes} from '@goldthread/schema';
import * as Y from 'yjs';
import {checkSuggested, fillIn, seenIn, textsIn, wordsIn, type Suggestion} from './suggesting-check.ts';
import type {WireClient} from './wire-client.ts';
import {itemIn} from './writing.ts';
import {standOn, type PurgeStand} from './purge-stand.ts';
import {TestServer, smallPlan} from '../../packages/server/src/testing/index.ts';
import {waitFor} from './wait-for.ts';

/** What came of the runs. */
export interface SuggestingReport {
  runs: number;
  readonly answers: Map<string, number>;
  readonly states: Map<string, number>;
}

const PEOPLE = ['temi', 'callum', 'marcus', 'esme'] as const;
type Key = (typeof PEOPLE)[number];
const STEPS = ['accept', 'counter', 'refuse', 'withdraw'] as const;
/** How many runs share a plan, whose documents grow with each. */
const RUNS_A_PLAN = 25;
const SENTENCES =
  'A therapist will work with Jory. It is each week. Wren shows the staff how. They meet in June.';

/**
 * Plays runs in each of which four people, at the same time and over real sockets, type in a provision, suggest other words for it,
 * type in those, suggest others back, accept, refuse and take back. Every word that anybody types is one that nobody else types.
 */
export async function playSuggesting(seed: number, runs: number): Promise<SuggestingReport> {
  const report: SuggestingReport = {runs: 0, answers: new Map(), states: new Map()};
  const random = seededRandom(seed);
  const server = await TestServer.start();
  try {
    await server.server.listen();
    while (report.runs < runs) {
      const table = await Table.open(server, random, report);
      const many = Math.min(RUNS_A_PLAN, runs - report.runs);
      for (let left = many; left > 0; left -= 1) await table.play(`seed ${seed} run ${report.runs}`);
      table.leave();
    }
  } finally {
    await server.stop();
  }
  return report;
}

/** One plan with four people at it. */
class Table {
  readonly #stand: PurgeStand;
  readonly #clients: ReadonlyMap<Key, WireClient>;
  readonly #random: RandomBytes;
  readonly #report: SuggestingReport;
  readonly #turns = new Map<Key, Promise<void>>();
  #words = 0;
  /** Words that were typed, by where: the item, or the root of a proposal. */
  #typed = new Map<string, string[]>();
  /** How often it shall be, as the item itself was changed to say. */
  #filledIn: number[] = [];

  private constructor(
    stand: PurgeStand,
    clients: ReadonlyMap<Key, WireClient>,
    random: RandomBytes,
    report: SuggestingReport,
  ) {
    this.#stand = stand;
    this.#clients = clients;
    this.#random = random;
    this.#report = report;
  }

  static async open(server: TestServer, random: RandomBytes, report: SuggestingReport): Promise<Table> {
    const provisions = Array.from({length: RUNS_A_PLAN}, (_, index) => ({
      id: `P${index}`,
      type: 'provision',
      text: SENTENCES,
    }));
    const file = {...smallPlan(), stage: 'draftServed', sections: {F: provisions}, positions: []};
    const stand = standOn(server, await server.importPlan(file));
    const shared = await stand.compartment('shared');
    const clients = new Map<Key, WireClient>();
    for (const key of PEOPLE) clients.set(key, await stand.open(key, shared));
    return new Table(stand, clients, random, report);
  }

  leave(): void {
    for (const client of this.#clients.values()) client.destroy();
  }

  async play(name: string): Promise<void> {
    const ref = `P${this.#report.runs % RUNS_A_PLAN}`;
    const item = this.#stand.plan.items.find(one => one.ref === ref)?.id ?? '';
    this.#typed = new Map();
    this.#filledIn = [];
    const moves = 4 + below(this.#random, 5);
    let under: Promise<void>[] = [];
    for (let at = 0; at < moves; at += 1) {
      under.push(this.#move(item));
      // Some wait for one another, others don't.
      if (below(this.#random, 2) === 0) {
        await Promise.all(under);
        under = [];
      }
    }
    await Promise.all(under);
    await this.#settled();
    await this.#check(item, name);
    this.#report.runs += 1;
  }

  async #move(item: string): Promise<void> {
    const key = this.#someone();
    const kind = below(this.#random, 10);
    if (kind < 3) return this.#edit(item);
    if (kind < 5) return this.#suggest(key, item);
    const all = await this.#list(key, item);
    const suggestion = this.#one(all);
    if (suggestion === undefined) return this.#suggest(key, item);
    if (kind < 7) return this.#retype(suggestion);
    // Now and then somebody presses what isn't theirs to press.
    const step = this.#one(below(this.#random, 8) === 0 ? STEPS : suggestion.choices);
    if (step === undefined) return;
    const body = {reason: step === 'refuse' ? 'We cannot.' : ''};
    const [status, answer] = await this.#stand.as(key, 'POST', `/proposals/${suggestion.id}/${step}`, body);
    this.#count(this.#report.answers, `${step} ${answer.error?.code ?? status}`);
    assert.ok([200, 201, 409].includes(status), `${step}: ${JSON.stringify(answer)}`);
  }

  /** Whoever owns the section types in the item. */
  async #edit(item: string): Promise<void> {
    const key = below(this.#random, 2) === 0 ? 'marcus' : 'esme';
    await this.#inTurn(key, async client => {
      const element = itemIn(client.doc, 'section:F', item);
      this.#type(element, item);
      this.#filledIn.push(...this.#fillIn(element));
      await client.saved();
    });
  }

  async #suggest(key: Key, itemId: string): Promise<void> {
    const [status, made] = await this.#stand.as(key, 'POST', '/proposals', {itemId, reason: ''});
    this.#count(this.#report.answers, `open ${made.error?.code ?? status}`);
  }

  /** A side types in what it suggests, if its words may change still and its page has them already. */
  async #retype({root, party, state, wordingId}: Suggestion): Promise<void> {
    const key = PEOPLE.find(one => one === party) ?? 'marcus';
    const mayWrite = state === 'proposed' || state === 'countered';
    if (!mayWrite) return;
    await this.#inTurn(key, async client => {
      const rights = client.last('rights') ?? client.last('hello');
      if (rights?.writableRoots.includes(root) !== true) return;
      if (client.doc.getXmlFragment(root).length === 0) return;
      const element = itemIn(client.doc, root, wordingId);
      this.#type(element, root);
      this.#fillIn(element);
      await waitFor('saved or refused', () => client.isSaved || client.closeCode !== null);
      if (client.closeCode !== null) await this.#comeBack(key, root);
    });
  }

  /** One person types one thing at a time: a page that is refused loses whatever else is on its way. */
  #inTurn(key: Key, work: (client: WireClient) => Promise<void>): Promise<void> {
    const before = this.#turns.get(key) ?? Promise.resolve();
    const mine = before.then(() => work(this.#client(key)));
    this.#turns.set(key, mine);
    return mine;
  }

  /** Its words were answered while somebody typed in them: they come back, and what they typed last is nobody's. */
  async #comeBack(key: Key, root: string): Promise<void> {
    assert.equal(this.#client(key).last('refused')?.code, 'FORBIDDEN');
    this.#count(this.#report.answers, 'too late');
    this.#typed.get(root)?.pop();
    const shared = await this.#stand.compartment('shared');
    const clients = this.#clients as Map<Key, WireClient>;
    clients.set(key, await this.#stand.open(key, shared));
  }

  /** Puts a word that nobody else types somewhere between two words, and at times takes out one that was there from the start. */
  #type(element: Y.XmlElement, where: string): void {
    const text = this.#one(textsIn(element));
    if (text === undefined) return;
    const plain = wordsIn(text);
    const gaps = [...plain.matchAll(/ /g)].map(match => match.index);
    const at = this.#one(gaps) ?? plain.length;
    this.#words += 1;
    const word = ` q${this.#words}z`;
    this.#typed.set(where, [...(this.#typed.get(where) ?? []), word.trim()]);
    text.insert(at, word);
    const old = /\b(each|staff|June|work)\b/.exec(wordsIn(text));
    if (old !== null && below(this.#random, 3) === 0) text.delete(old.index, old[0].length);
  }

  /** At times says how often it is: a number that nobody else fills in, and what belongs to it. */
  #fillIn(element: Y.XmlElement): number[] {
    if (below(this.#random, 3) > 0) return [];
    const count = this.#words % 1000;
    fillIn(element, count);
    return [count];
  }

  async #settled(): Promise<void> {
    const shared = await this.#stand.compartment('shared');
    const {sync} = this.#stand.server.server;
    const vector = async () =>
      (await sync.withDocument(shared, doc => Y.encodeStateVector(doc))) ?? new Uint8Array();
    const wanted = JSON.stringify([...Y.decodeStateVector(await vector())].sort());
    const at = ({doc}: WireClient) =>
      JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort());
    await waitFor('everybody up to date', () => [...this.#clients.values()].every(one => at(one) === wanted));
  }

  async #check(item: string, name: string): Promise<void> {
    const shared = await this.#stand.compartment('shared');
    const all = await this.#list('esme', item);
    const seen = await this.#stand.server.server.sync.withDocument(shared, doc => seenIn(doc, item, all));
    assert.ok(seen, name);
    for (const {state} of all) this.#count(this.#report.states, state);
    const copies = [...this.#clients.values()].map(({doc}) => doc);
    checkSuggested({...seen, item, all, copies, typed: this.#typed, filledIn: this.#filledIn}, name);
  }

  async #list(key: Key, item: string): Promise<readonly Suggestion[]> {
    const [, body] = await this.#stand.as(key, 'GET', '/records?kinds=proposals');
    return (body['proposals'] as Suggestion[]).filter(one => one.item === item);
  }

  #client(key: Key): WireClient {
    const client = this.#clients.get(key);
    if (client === undefined) throw new RangeError(`${key} is not there.`);
    return client;
  }

  #one<T>(list: readonly T[]): T | undefined {
    return list[below(this.#random, Math.max(1, list.length))];
  }

  #someone(): Key {
    return this.#one(PEOPLE) ?? 'esme';
  }

  #count(counts: Map<string, number>, what: string): void {
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
}
