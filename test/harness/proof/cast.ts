import type {ItemId, ItemTypeName, RandomBytes, RootName} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {encodeSyncStep1} from '@goldthread/schema/wire';
import * as Y from 'yjs';
import {ADMIN} from '../../../packages/server/src/testing/index.ts';
import {waitFor} from '../wait-for.ts';
import {WireClient} from '../wire-client.ts';
import {addItem, textOf} from '../writing.ts';
import {bodyOf} from './raw-http.ts';
import {seedOf, type Stage} from './stage.ts';

/** How much time passes at once: as often as the server's caretaker looks around. */
const STEP_MS = 500;

/** Somebody signed in on a stage. */
export interface Person {
  readonly key: string;
  /** Where the ids of this person's items come from. */
  readonly random: RandomBytes;
  readonly headers: {readonly authorization: string};
  /** Every socket that this person opened, in order, of one kind of document after the other. */
  readonly sockets: WireClient[];
  /** The documents that this person was last told of. */
  documents: readonly {readonly id: string; readonly kind: string}[];
  /** Every answer that this person got, in order, where it is noted. */
  readonly lines: string[] | null;
}

/**
 * The people of one plan on a {@link Stage}, and what they do. Each call ends when what it asked for has been answered, and all that
 * it made the server send to its people has arrived with {@link flush}.
 */
export class Cast {
  readonly stage: Stage;
  readonly name: string;
  planId = '';
  readonly #ids = new Map<string, string>();
  readonly #refs = new Map<string, string>();
  #moves = 0;
  /** Added to the name of whoever acts: what is drawn for one document must not shift what is drawn for another. */
  #stream = '';

  constructor(stage: Stage, name: string) {
    this.stage = stage;
    this.name = name;
  }

  /** Does something of which others must not hear, on streams of its own. */
  async aside<T>(what: () => Promise<T>): Promise<T> {
    this.#stream = ' aside';
    try {
      return await what();
    } finally {
      this.#stream = '';
    }
  }

  /** Lets one person act; what the server draws at random meanwhile is drawn from that person's stream. */
  async as<T>(key: string, what: () => Promise<T>): Promise<T> {
    return this.stage.as(`${this.name} ${key}${this.#stream}`, what);
  }

  async importPlan(file: object): Promise<void> {
    const request = {method: 'POST', path: '/api/plans', headers: ADMIN, body: file};
    const raw = await this.as('import', () => this.stage.ask(request));
    const made = bodyOf<{
      planId: string;
      participants: {id: string; key: string}[];
      items: {ref: string; id: string}[];
    }>(raw);
    this.planId = made.planId;
    for (const {id, key} of made.participants) this.#ids.set(key, id);
    for (const {ref, id} of made.items) this.#refs.set(ref, id);
  }

  ids(keys: readonly string[]): readonly string[] {
    return keys.map(key => this.id(key));
  }

  /** The id of the person with this key; a made-up one that is known from the start counts too. */
  id(key: string): string {
    const id = this.#ids.get(key);
    if (id === undefined) throw new RangeError(`Nobody is called ${key}.`);
    return id;
  }

  /** Makes somebody known who isn't in the file. */
  knows(key: string, id: string): void {
    this.#ids.set(key, id);
  }

  /** The id of an item of the file. */
  item(ref: string): ItemId {
    // The file was our own.
    return (this.#refs.get(ref) ?? ref) as ItemId;
  }

  async signIn(key: string, isNoted = false, confirmed = false): Promise<Person> {
    const headers = {authorization: ''};
    const random = seededRandom(seedOf(`${this.name} ${key} items`));
    const person: Person = {key, random, headers, sockets: [], documents: [], lines: isNoted ? [] : null};
    const path = `/api/plans/${this.planId}/invites`;
    const invited = {method: 'POST', path, headers: ADMIN, body: {participantId: this.id(key), confirmed}};
    const invite = await this.as(key, () => this.stage.ask(invited));
    const body = {token: bodyOf<{token: string}>(invite).token};
    await this.tell(person, 'POST', '/api/invites/look', body);
    const opened = await this.tell(person, 'POST', '/api/session', {...body, device: 'own'});
    headers.authorization = `Bearer ${bodyOf<{sessionToken: string}>(opened).sessionToken}`;
    return person;
  }

  /** Puts the plan on a screen before these people: the holder at a session of its own, noted. */
  async openRoom(holder: Person, ...keys: string[]): Promise<Person> {
    const opened = await this.tell(holder, 'POST', './room', {present: keys.map(key => this.id(key))});
    const headers = {authorization: `Bearer ${bodyOf<{sessionToken: string}>(opened).sessionToken}`};
    return {...holder, headers, sockets: [], documents: [], lines: []};
  }

  /** Asks as somebody and gives the whole answer; `path` may be that of the plan by a dot. */
  async tell(
    person: Person,
    method: string,
    path: string,
    body?: object,
    more: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const headers = {...(person.headers.authorization === '' ? {} : person.headers), ...more};
    const address = path.startsWith('.') ? `/api/plans/${this.planId}${path.slice(1)}` : path;
    const request = {method, path: address, headers, ...(body === undefined ? {} : {body})};
    const raw = await this.as(person.key, () => this.stage.ask(request));
    person.lines?.push(`${method} ${address}\n${raw}`);
    return raw;
  }

  /** Opens every document that somebody receives, or those of one kind. */
  async open(person: Person, kind?: string): Promise<readonly WireClient[]> {
    person.documents = bodyOf<Person['documents']>(await this.tell(person, 'GET', './compartments'));
    const opened: WireClient[] = [];
    for (const one of person.documents)
      if (kind === undefined || one.kind === kind) opened.push(await this.openOne(person, one.id));
    return opened;
  }

  async openOne(person: Person, compartmentId: string): Promise<WireClient> {
    const raw = await this.tell(person, 'POST', './tickets', {compartmentId});
    const {ticket, cid, path} = bodyOf<{ticket: string; cid: number; path: string}>(raw);
    const url = `ws://127.0.0.1:${this.stage.port}${path}?ticket=${ticket}&cid=${cid}`;
    return this.connect(person, {url, cid});
  }

  /** Opens a socket and waits until it is in step or shut. */
  async connect(person: Person, options: {url: string; cid: number; doc?: Y.Doc}): Promise<WireClient> {
    return this.as(person.key, async () => {
      const client = new WireClient(options);
      this.stage.clients.add(client);
      person.sockets.push(client);
      await waitFor('an open document', () => client.isSynced || client.closeCode !== null);
      await waitFor('saved or shut', () => client.isSaved || client.closeCode !== null);
      return client;
    });
  }

  cursor(client: WireClient, root: RootName): void {
    this.#moves += 1;
    const at = Y.createRelativePositionFromTypeIndex(client.doc.getXmlFragment(root), 0);
    client.sendPresence({cursor: {anchor: at, head: at}}, this.#moves);
  }

  /** Writes an item and a letter more, each in a frame of its own; ends when that is on disk, or refused. */
  async write(
    person: Person,
    client: WireClient,
    root: RootName,
    type: ItemTypeName,
    words: string,
  ): Promise<string> {
    const id = addItem(client.doc, person.random, root, type, words);
    textOf(client.doc, root, id).insert(words.length, '.');
    await waitFor('saved or refused', () => client.isSaved || client.closeCode !== null);
    return id;
  }

  /** Cuts every line of somebody, as a cable does that breaks; ends when the server has noticed. */
  async cut(person: Person): Promise<void> {
    for (const client of person.sockets) client.cut();
    await waitFor('hung up', () => person.sockets.every(one => one.closeCode !== null));
    await this.stage.hungUp();
  }

  /** What somebody's sockets received, after the answers, and how each ended. */
  noteSockets(person: Person): void {
    for (const client of person.sockets) {
      for (const message of client.received) person.lines?.push(Buffer.from(message).toString('latin1'));
      person.lines?.push(`closed ${client.closeCode}`);
    }
  }
}

/** Everything that the server has to say to these people so far has arrived. */
export async function flush(people: readonly Person[]): Promise<void> {
  const open = people.flatMap(person => person.sockets).filter(client => client.isOpen);
  const before = open.map(client => client.answers);
  for (const client of open) client.send(encodeSyncStep1(Y.encodeStateVector(client.doc)));
  await waitFor('an answer on every socket', () =>
    open.every((client, at) => client.answers > (before[at] ?? 0) || client.closeCode !== null),
  );
}

/** Lets time pass for a whole stage; whatever that makes the server say to these people arrives when it is said. */
export async function passTime(stage: Stage, people: readonly Person[], ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += STEP_MS) {
    stage.clock.advance(STEP_MS);
    // An answer of the server comes after whatever the clock set off.
    await stage.ask({method: 'GET', path: '/healthz'});
    await flush(people);
  }
}
