import {encodeQueryAwareness} from '@goldthread/schema/wire';
import {HiddenCast, type Person} from './hidden-cast.ts';
import {HiddenStage, type Mutant} from './hidden-stage.ts';
import {waitFor} from './wait-for.ts';

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
  const stage = await HiddenStage.start(withHidden, mutant);
  const cast = new HiddenCast(stage);
  try {
    await new Play(cast, withHidden).run();
    return {lines: cast.lines, hiddenCids: cast.hiddenCids};
  } finally {
    cast.hangUp();
    await stage.stop();
  }
}

/** One run of the script. Each step is over, and all that it made the server send has arrived, before the next begins. */
class Play {
  readonly #cast: HiddenCast;
  readonly #withHidden: boolean;

  constructor(cast: HiddenCast, withHidden: boolean) {
    this.#cast = cast;
    this.#withHidden = withHidden;
  }

  async run(): Promise<void> {
    await this.#cast.importPlan();
    const callum = await this.#cast.signIn('callum');
    const delphine = this.#withHidden ? await this.#cast.signIn('delphine') : null;
    await this.#cast.walkDoors(callum);
    await this.#cast.open(callum);
    await this.#unseen(callum, delphine, her => this.#cast.open(her));
    const esme = await this.#cast.signIn('esme');
    await this.#cast.open(esme);
    for (let round = 0; round < 2; round += 1) {
      await this.#writeTogether(esme, callum);
      await this.#unseen(callum, delphine, her => this.#intrude(her));
    }
    await this.#cast.passTime([esme, callum], 2500);
    await this.#unseen(callum, delphine, her => this.#intrude(her));
    await this.#reload(callum, esme);
    await this.#leaveTheRoom(esme, callum);
    await this.#cast.passTime([], 3000);
    await this.#unseen(callum, delphine, her => this.#intrude(her));
    await this.#cast.passTime([], 9000);
    await this.#cast.open(callum);
    await this.#cast.open(esme);
    await this.#writeTogether(esme, callum);
    await this.#unseen(callum, delphine, () => this.#cast.endHerAccess());
    await this.#cast.walkDoors(callum);
    await this.#cast.tell(callum, 'DELETE', '/api/session');
    await waitFor('the father’s sockets closed', () => callum.sockets.every(one => one.closeCode !== null));
    this.#cast.noteSockets(callum);
  }

  /** Lets the hidden person do something, if she is there, and the father hear whatever comes of it. */
  async #unseen(callum: Person, her: Person | null, act: (her: Person) => Promise<void>): Promise<void> {
    if (her !== null) await act(her);
    await this.#cast.flush([callum]);
  }

  async #writeTogether(esme: Person, callum: Person): Promise<void> {
    for (const person of [esme, callum]) {
      await this.#cast.write(person, 'section:B', 'need', `written by ${person.actor}`);
      for (const client of person.sockets) {
        if (client.isOpen) this.#cast.cursor(client, 'section:B');
        if (client.isOpen) client.send(encodeQueryAwareness());
      }
      await this.#cast.flush([person]);
      await this.#cast.flush([esme, callum]);
    }
  }

  async #moveAround(delphine: Person): Promise<void> {
    for (const client of delphine.sockets) {
      if (!client.isOpen) continue;
      for (let move = 0; move < 5; move += 1) this.#cast.cursor(client, 'section:B');
      client.send(encodeQueryAwareness());
    }
    await this.#cast.flush([delphine]);
  }

  async #read(delphine: Person): Promise<void> {
    for (const what of ['', '/people', '/compartments']) {
      await this.#cast.tell(delphine, 'GET', `/api/plans/${this.#cast.planId}${what}`);
    }
  }

  /** She reads, moves her cursor, tries to write, is refused, and comes back. */
  async #intrude(delphine: Person): Promise<void> {
    await this.#read(delphine);
    await this.#moveAround(delphine);
    await this.#cast.write(delphine, 'section:E', 'outcome', 'from the refuge');
    const refused = delphine.sockets.some(one => one.closeCode === 4409);
    if (!refused) throw new Error('She was let write where everybody reads.');
    await this.#cast.open(delphine);
    await this.#moveAround(delphine);
  }

  async #reload(callum: Person, esme: Person): Promise<void> {
    for (const client of callum.sockets) client.cut();
    await waitFor('the others hear of it', () => this.#hasLeft(callum, esme));
    await this.#cast.open(callum);
    await this.#cast.walkDoors(callum);
  }

  /** Everybody goes but the hidden person, after enough was written for the document to be stored anew. */
  async #leaveTheRoom(esme: Person, callum: Person): Promise<void> {
    for (let edit = 0; edit < MANY; edit += 1)
      await this.#cast.write(esme, 'section:B', 'need', `edit ${edit}`);
    for (const client of esme.sockets.slice(-2)) {
      for (let move = 0; move < MOVES; move += 1) {
        this.#cast.cursor(client, 'section:B');
        await this.#cast.flush([esme]);
      }
    }
    await this.#cast.flush([callum]);
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
