import {newId} from '@goldthread/schema';
import {linkTo, node} from '@goldthread/schema/testing';
import {encodeClientMessage, encodeQueryAwareness} from '@goldthread/schema/wire';
import {writeItems} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {waitFor} from '../wait-for.ts';
import type {WireClient} from '../wire-client.ts';
import {flush, type Cast, type Person} from './cast.ts';
import {idsAmong, MISSING} from './known.ts';
import type {RawRequest} from './raw-http.ts';
import {walkDoors} from './walk-doors.ts';

/** Other people, as an excluded person may name them: one who knows more, and one from whom something may be withheld. */
export interface Around {
  readonly colleague: string;
  readonly other: string;
}

/** What one excluded person does: everything that anybody on the plan can do, and everything that might tell more than it should. */
export class ExcludedSession {
  readonly person: Person;
  /** Requests made by guessing. */
  readonly walked: RawRequest[] = [];
  readonly #cast: Cast;
  readonly #around: Around;
  #etags = new Map<string, string>();
  #tickets: {url: string; cid: number; doc: Y.Doc}[] = [];

  constructor(cast: Cast, person: Person, around: Around) {
    this.#cast = cast;
    this.person = person;
    this.#around = around;
  }

  /** The open document that everybody writes in. */
  get shared(): WireClient {
    const at = this.person.documents.findIndex(({kind}) => kind === 'shared');
    const client = this.person.sockets.slice(-this.person.documents.length)[at];
    if (client === undefined) throw new Error(`${this.person.key} has nothing open.`);
    return client;
  }

  async open(): Promise<void> {
    await this.#cast.open(this.person);
  }

  /** Asks for everything that changes, as a client does that is told of changes, or polls. */
  async poll(): Promise<void> {
    for (const what of POLLED) {
      const before = this.#etags.get(what);
      const answer = await this.#cast.tell(this.person, 'GET', what, undefined, {
        ...(before !== undefined && {'if-none-match': before}),
      });
      const etag = /^etag: (.*)\r$/im.exec(answer)?.[1];
      if (etag !== undefined) this.#etags.set(what, etag);
    }
    await this.#lookThroughOthers();
  }

  /** Looks at the plan as somebody sees it who knows more, and at what a room with that person in it is shown. */
  async #lookThroughOthers(): Promise<void> {
    const {colleague} = this.#around;
    for (const what of [`./as/${colleague}`, `./as/${colleague}/opens`])
      await this.#cast.tell(this.person, 'GET', what);
    const room = await this.#cast.tell(this.person, 'POST', './room', {present: [colleague]});
    const token = /"sessionToken":"([^"]*)"/.exec(room)?.[1];
    if (token === undefined) return;
    const headers = {authorization: `Bearer ${token}`};
    for (const what of ['.', './people', './compartments', './records'])
      await this.#cast.tell(this.person, 'GET', what, undefined, headers);
  }

  /** Writes, moves the cursor, asks who is there, takes back what was written last, and says that the text differs. */
  async write(words: string): Promise<void> {
    const {shared} = this;
    const undo = new Y.UndoManager(shared.doc.getXmlFragment('section:E'), {captureTimeout: 0});
    await this.#cast.write(this.person, shared, 'section:E', 'outcome', words);
    if (shared.isOpen) {
      this.#cast.cursor(shared, 'section:E');
      shared.send(encodeQueryAwareness());
      undo.undo();
      await waitFor('saved', () => shared.isSaved || !shared.isOpen);
      shared.send(encodeClientMessage({kind: 'diverged', root: 'section:E', hash: '0'.repeat(16)}));
    }
    undo.destroy();
    await flush([this.person]);
  }

  /** Withholds something, which is nobody else's affair. */
  async withhold(): Promise<void> {
    const self = this.#cast.id(this.person.key);
    await this.#cast.tell(this.person, 'POST', './withholdings', {
      draft: {root: 'sos:working', type: 'note', text: 'My own matter.'},
      hiddenFrom: [{id: this.#around.other, class: 'marked'}],
      audience: [self],
      reasonCode: 'third_party',
      legalGround: 'My own.',
    });
    await this.#cast.open(this.person);
  }

  /** Writes where nobody like this may, is refused, and comes back; asks for what makes no sense. */
  async err(): Promise<void> {
    await this.#cast.write(this.person, this.shared, 'section:K', 'advice', 'not mine to write');
    await this.#cast.tell(this.person, 'POST', './tickets', {});
    await this.#cast.tell(this.person, 'GET', './audit?limit=0');
    await this.#cast.tell(this.person, 'POST', './withholdings', {itemIds: 'no list'});
    await this.#cast.open(this.person);
  }

  /** Loses the line and comes back with what was there, by the tickets that were given before, and once more afresh. */
  async reconnect(): Promise<void> {
    this.#tickets = this.person.sockets
      .slice(-this.person.documents.length)
      .map(({url, cid, doc}) => ({url, cid, doc}));
    await this.#cast.cut(this.person);
    for (const ticket of this.#tickets) await this.#cast.connect(this.person, ticket);
    await this.#cast.open(this.person);
  }

  /** Tries every door with whatever could be guessed. */
  async walkDoors(secret: ReadonlyMap<string, string>): Promise<void> {
    const known = {...this.#around, item: this.#cast.item('E1'), secret};
    this.walked.push(...(await walkDoors(this.#cast, this.person, known)));
    for (const request of this.#guessedUpgrades(secret)) {
      this.walked.push(request);
      await this.#cast.tell(this.person, request.method, request.path, undefined, request.headers);
    }
  }

  /** Puts what could be guessed into an open document: as a reference, as the id of an item, as somebody's client id. */
  async guessInDocument(secret: ReadonlyMap<string, string>): Promise<void> {
    for (const id of [MISSING, ...idsAmong(secret)].slice(0, 4)) {
      const link = {content: [linkTo('need', id)]};
      await this.#bring([node('outcome', newId(this.person.random), 'because of it', link)]);
      // Ids of any kind may be tried as that of an item.
      await this.#bring([node('outcome', id, 'under an id that I heard of')]);
    }
  }

  async signOut(): Promise<void> {
    await this.#cast.tell(this.person, 'DELETE', '/api/session');
    await waitFor('all shut', () => this.person.sockets.every(one => one.closeCode !== null));
    this.#cast.noteSockets(this.person);
  }

  async #bring(items: Parameters<typeof writeItems>[2]): Promise<void> {
    if (!this.shared.isOpen) await this.#cast.open(this.person);
    const {shared} = this;
    writeItems(shared.doc, 'section:E', items, 'test');
    await waitFor('saved or refused', () => shared.isSaved || shared.closeCode !== null);
    shared.sendPresence({cursor: null}, 1_000_000, shared.cid + 1);
  }

  /** Asks for sockets of documents that were never given, with a ticket that is good for another one. */
  #guessedUpgrades(secret: ReadonlyMap<string, string>): RawRequest[] {
    const ticket = this.shared.url.split('?')[1] ?? '';
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };
    return [MISSING, secret.get('compartmentId') ?? MISSING].map(id => ({
      method: 'GET',
      path: `/sync/${this.#cast.planId}/${id}?${ticket}`,
      headers,
    }));
  }
}

/** What a reader asks for again and again. */
const POLLED = [
  '.',
  './people',
  './compartments',
  './my-items',
  './withholdings',
  './contacts',
  './break-glass',
  './audit',
  './audit?limit=3',
  './export?format=json',
  './overrides',
  './records',
  './records?kinds=withholdings',
  '/api/session',
];
