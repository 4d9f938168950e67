import {encodeQueryAwareness} from '@goldthread/schema/wire';
import {ADMIN} from '../../../packages/server/src/testing/index.ts';
import {waitFor} from '../wait-for.ts';
import {Cast, flush, passTime, type Person} from './cast.ts';
import {bringingHer, HIDDEN_ID, planWithoutHer} from './hidden-person.ts';
import {Stage, type Mutant} from './stage.ts';
import {walkDoors} from './walk-doors.ts';

/** What the father got in one session: every answer and every message, in order, and the client ids of the hidden person. */
export interface FathersSide {
  readonly lines: readonly string[];
  readonly hiddenCids: readonly number[];
}

/** Edits enough for the document to be compacted when it falls silent. */
const MANY = 55;
/** Cursor moves enough for clocks that count them to run ahead of the time that passes. */
const MOVES = 150;

/** Plays the script, with or without the hidden person in it, and notes what the father gets. */
export async function playSession(withHidden: boolean, mutant: Mutant = {}): Promise<FathersSide> {
  const stage = await Stage.start({
    mutant,
    ...(withHidden && {storage: storage => bringingHer(storage, HIDDEN_ID)}),
  });
  const cast = new Cast(stage, 'plan');
  try {
    return await new Play(cast, withHidden).run();
  } finally {
    await stage.stop();
  }
}

/** One run of the script. Each step is over, and all that it made the server send has arrived, before the next begins. */
class Play {
  readonly #cast: Cast;
  readonly #withHidden: boolean;

  constructor(cast: Cast, withHidden: boolean) {
    this.#cast = cast;
    this.#withHidden = withHidden;
  }

  async run(): Promise<FathersSide> {
    const {stage} = this.#cast;
    await this.#cast.importPlan(planWithoutHer());
    this.#cast.knows('delphine', HIDDEN_ID);
    const callum = await this.#cast.signIn('callum', true);
    const delphine = this.#withHidden ? await this.#cast.signIn('delphine') : null;
    await this.#walkDoors(callum);
    await this.#cast.open(callum);
    await this.#unseen(callum, delphine, her => this.#cast.open(her));
    const esme = await this.#cast.signIn('esme');
    await this.#cast.open(esme);
    for (let round = 0; round < 2; round += 1) {
      await this.#writeTogether(esme, callum);
      await this.#unseen(callum, delphine, her => this.#intrude(her));
    }
    await passTime(stage, [esme, callum], 2500);
    await this.#unseen(callum, delphine, her => this.#intrude(her));
    await this.#reload(callum, esme);
    await this.#leaveTheRoom(esme, callum);
    await passTime(stage, [], 3000);
    await this.#unseen(callum, delphine, her => this.#intrude(her));
    await passTime(stage, [], 9000);
    await this.#cast.open(callum);
    await this.#cast.open(esme);
    await this.#writeTogether(esme, callum);
    await this.#unseen(callum, delphine, () => this.#endHerAccess());
    await this.#walkDoors(callum);
    await this.#cast.tell(callum, 'DELETE', '/api/session');
    await waitFor('the father’s sockets closed', () => callum.sockets.every(one => one.closeCode !== null));
    this.#cast.noteSockets(callum);
    return {lines: callum.lines ?? [], hiddenCids: delphine?.sockets.map(({cid}) => cid) ?? []};
  }

  /** Lets the hidden person do something, if she is there, and the father hear whatever comes of it. */
  async #unseen(callum: Person, her: Person | null, act: (her: Person) => Promise<unknown>): Promise<void> {
    if (her !== null) await act(her);
    await flush([callum]);
  }

  async #walkDoors(person: Person): Promise<void> {
    await walkDoors(this.#cast, person, {
      colleague: this.#cast.id('esme'),
      other: this.#cast.id('temi'),
      item: this.#cast.item('B1'),
      secret: new Map([['participantId', HIDDEN_ID]]),
    });
  }

  async #writeTogether(esme: Person, callum: Person): Promise<void> {
    for (const person of [esme, callum]) {
      await this.#writeOpenly(person, 'section:B', 'need', `written by ${person.key}`);
      for (const client of person.sockets) {
        if (client.isOpen) this.#cast.cursor(client, 'section:B');
        if (client.isOpen) client.send(encodeQueryAwareness());
      }
      await flush([person]);
      await flush([esme, callum]);
    }
  }

  async #writeOpenly(person: Person, ...what: ['section:B' | 'section:E', 'need' | 'outcome', string]) {
    const [client] = person.sockets.slice(-2);
    if (client !== undefined) await this.#cast.write(person, client, ...what);
  }

  async #moveAround(delphine: Person): Promise<void> {
    for (const client of delphine.sockets) {
      if (!client.isOpen) continue;
      for (let move = 0; move < 5; move += 1) this.#cast.cursor(client, 'section:B');
      client.send(encodeQueryAwareness());
    }
    await flush([delphine]);
  }

  /** She reads, moves her cursor, tries to write, is refused, and comes back. */
  async #intrude(delphine: Person): Promise<void> {
    for (const what of ['.', './people', './compartments']) await this.#cast.tell(delphine, 'GET', what);
    await this.#moveAround(delphine);
    await this.#writeOpenly(delphine, 'section:E', 'outcome', 'from the refuge');
    const refused = delphine.sockets.some(one => one.closeCode === 4409);
    if (!refused) throw new Error('She was let write where everybody reads.');
    await this.#cast.open(delphine);
    await this.#moveAround(delphine);
  }

  async #endHerAccess(): Promise<void> {
    const path = `/api/plans/${this.#cast.planId}/participants/${HIDDEN_ID}`;
    const body = {accessEnds: '2026-01-01T00:00:00Z'};
    await this.#cast.as('delphine', () =>
      this.#cast.stage.ask({method: 'PATCH', path, headers: ADMIN, body}),
    );
  }

  async #reload(callum: Person, esme: Person): Promise<void> {
    for (const client of callum.sockets) client.cut();
    await waitFor('the others hear of it', () => this.#hasLeft(callum, esme));
    await this.#cast.open(callum);
    await this.#walkDoors(callum);
  }

  /** Everybody goes but the hidden person, after enough was written for the document to be stored anew. */
  async #leaveTheRoom(esme: Person, callum: Person): Promise<void> {
    for (let edit = 0; edit < MANY; edit += 1)
      await this.#writeOpenly(esme, 'section:B', 'need', `edit ${edit}`);
    for (const client of esme.sockets.slice(-2)) {
      for (let move = 0; move < MOVES; move += 1) {
        this.#cast.cursor(client, 'section:B');
        await flush([esme]);
      }
    }
    await flush([callum]);
    for (const person of [esme, callum]) {
      for (const client of person.sockets) client.cut();
      await waitFor('hung up', () => person.sockets.every(one => one.closeCode !== null));
      await waitFor('the father hears of it', () => person === callum || this.#hasLeft(esme, callum));
    }
  }

  #hasLeft(gone: Person, witness: Person): boolean {
    if (witness.sockets.every(one => !one.isOpen)) return true;
    const cids = gone.sockets.slice(-2).map(({cid}) => cid);
    const told = witness.sockets.flatMap(({presence}) => presence).filter(({state}) => state === null);
    return cids.every(cid => told.some(one => one.cid === cid));
  }
}
