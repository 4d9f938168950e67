import type {ItemTypeName, ParticipantId, RandomBytes, RootName} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {encodeSyncStep1} from '@goldthread/schema/wire';
import * as Y from 'yjs';
import {ADMIN} from '../../packages/server/src/testing/index.ts';
import {guessesAtDoors} from './hidden-doors.ts';
import {planWithoutHer} from './hidden-person.ts';
import {bodyOf, HIDDEN_ID, type Actor, type HiddenStage} from './hidden-stage.ts';
import {waitFor} from './wait-for.ts';
import {WireClient} from './wire-client.ts';
import {addItem, textOf} from './writing.ts';

/** Somebody signed in on a stage. */
export interface Person {
  readonly actor: Actor;
  /** Where the ids of this person's items come from. */
  readonly random: RandomBytes;
  readonly headers: {readonly authorization: string};
  readonly sockets: WireClient[];
  /** Whether every byte that this person gets is noted. */
  readonly isWatched: boolean;
}

/** What people do on a {@link HiddenStage}. Each call ends when what it asked for has been answered. */
export class HiddenCast {
  /** Every answer and every message that whoever is watched got, in order. */
  readonly lines: string[] = [];
  readonly hiddenCids: number[] = [];
  readonly #stage: HiddenStage;
  readonly #all: WireClient[] = [];
  #moves = 0;
  planId = '';
  #ids = new Map<string, string>();
  #documents: readonly string[] = [];

  constructor(stage: HiddenStage) {
    this.#stage = stage;
  }

  hangUp(): void {
    for (const client of this.#all) client.destroy();
  }

  async importPlan(): Promise<void> {
    const raw = await this.#stage.as('system', () =>
      this.#stage.ask({method: 'POST', path: '/api/plans', headers: ADMIN, body: planWithoutHer()}),
    );
    const made = bodyOf<{planId: string; participants: {id: string; key: string}[]}>(raw);
    this.planId = made.planId;
    this.#ids = new Map(made.participants.map(({id, key}) => [key, id]));
  }

  async signIn(actor: Actor, confirmed = false): Promise<Person> {
    const participantId = actor === 'delphine' ? HIDDEN_ID : this.#ids.get(actor);
    const headers = {authorization: ''};
    const isWatched = actor === 'callum';
    const person: Person = {actor, random: seededRandom(actor.length), headers, sockets: [], isWatched};
    const path = `/api/plans/${this.planId}/invites`;
    const invite = await this.#stage.as(actor, () =>
      this.#stage.ask({method: 'POST', path, headers: ADMIN, body: {participantId, confirmed}}),
    );
    const body = {token: bodyOf<{token: string}>(invite).token};
    await this.tell(person, 'POST', '/api/invites/look', body);
    const opened = await this.tell(person, 'POST', '/api/session', {...body, device: 'own'});
    headers.authorization = `Bearer ${bodyOf<{sessionToken: string}>(opened).sessionToken}`;
    return person;
  }

  /** Puts the plan on a screen before these people: the holder at a session of its own, watched. */
  async openRoom(holder: Person, ...keys: Actor[]): Promise<Person> {
    const opened = await this.tell(holder, 'POST', `/api/plans/${this.planId}/room`, {
      present: this.idsOf(keys),
    });
    const headers = {authorization: `Bearer ${bodyOf<{sessionToken: string}>(opened).sessionToken}`};
    return {...holder, headers, sockets: [], isWatched: true};
  }

  idsOf(keys: readonly Actor[]): ParticipantId[] {
    // Ids of the server's own answer.
    return keys.map(key => (this.#ids.get(key) ?? '') as ParticipantId);
  }

  /** Asks as somebody; what whoever is watched is answered is noted. */
  async tell(person: Person, method: string, path: string, body?: object): Promise<string> {
    const headers = person.headers.authorization === '' ? {} : person.headers;
    const raw = await this.#stage.as(person.actor, () =>
      this.#stage.ask({method, path, headers, ...(body === undefined ? {} : {body})}),
    );
    if (person.isWatched) this.lines.push(`${method} ${path}\n${raw}`);
    return raw;
  }

  async walkDoors(person: Person): Promise<void> {
    const known = {planId: this.planId, documents: this.#documents, colleague: this.#ids.get('esme') ?? ''};
    for (const {method, path, body} of guessesAtDoors(known)) await this.tell(person, method, path, body);
  }

  async open(person: Person): Promise<void> {
    const list = await this.tell(person, 'GET', `/api/plans/${this.planId}/compartments`);
    const documents = bodyOf<{id: string}[]>(list).map(({id}) => id);
    if (person.isWatched) this.#documents = documents;
    for (const compartmentId of documents) {
      const raw = await this.tell(person, 'POST', `/api/plans/${this.planId}/tickets`, {compartmentId});
      const {ticket, cid, path} = bodyOf<{ticket: string; cid: number; path: string}>(raw);
      if (person.actor === 'delphine') this.hiddenCids.push(cid);
      const url = `ws://127.0.0.1:${this.#stage.port}${path}?ticket=${ticket}&cid=${cid}`;
      await this.#stage.as(person.actor, async () => {
        const client = new WireClient({url, cid});
        this.#all.push(client);
        person.sockets.push(client);
        await waitFor('an open document', () => client.isSynced || client.closeCode !== null);
        await client.saved();
      });
    }
  }

  /** Everything that the server has to say so far has arrived. */
  async flush(people: readonly Person[]): Promise<void> {
    for (const client of people.flatMap(person => person.sockets)) {
      if (!client.isOpen) continue;
      const before = client.frames.filter(frame => frame.kind === 'syncStep2').length;
      client.send(encodeSyncStep1(Y.encodeStateVector(client.doc)));
      await waitFor(
        'an answer',
        () => client.frames.filter(frame => frame.kind === 'syncStep2').length > before,
      );
    }
  }

  cursor(client: WireClient, root: RootName): void {
    this.#moves += 1;
    const at = Y.createRelativePositionFromTypeIndex(client.doc.getXmlFragment(root), 0);
    client.sendPresence({cursor: {anchor: at, head: at}}, this.#moves);
  }

  async write(person: Person, root: RootName, type: ItemTypeName, words: string): Promise<void> {
    const [client] = person.sockets.slice(-2);
    if (client !== undefined) await this.writeIn(person, client, root, type, words);
  }

  async writeIn(
    person: Person,
    client: WireClient,
    root: RootName,
    type: ItemTypeName,
    words: string,
  ): Promise<void> {
    const id = addItem(client.doc, person.random, root, type, words);
    textOf(client.doc, root, id).insert(words.length, '.');
    await waitFor('saved or refused', () => client.isSaved || client.closeCode !== null);
  }

  async passTime(people: readonly Person[], ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 500) {
      this.#stage.clock.advance(500);
      // An answer of the server comes after whatever the clock set off.
      await this.#stage.ask({method: 'GET', path: '/healthz'});
      await this.flush(people);
    }
  }

  async endHerAccess(): Promise<void> {
    const path = `/api/plans/${this.planId}/participants/${HIDDEN_ID}`;
    const body = {accessEnds: '2026-01-01T00:00:00Z'};
    await this.#stage.as('delphine', () => this.#stage.ask({method: 'PATCH', path, headers: ADMIN, body}));
  }

  noteSockets({sockets}: Person): void {
    for (const client of sockets) {
      for (const message of client.received) this.lines.push(Buffer.from(message).toString('latin1'));
      this.lines.push(`closed ${client.closeCode}`);
    }
  }
}
