import {newId, type CompartmentId, type ItemId, type ParticipantId} from '@goldthread/schema';
import {node, seededRandom} from '@goldthread/schema/testing';
import {writeItems} from '@goldthread/schema/ydoc';
import {waitFor} from '../wait-for.ts';
import {Cast, flush, passTime, type Person} from './cast.ts';
import {bringingHer, HIDDEN_ID, planWithoutHer} from './hidden-person.ts';
import {Stage, type Mutant} from './stage.ts';
import {walkDoors} from './walk-doors.ts';

/** Of the sealed document and the item in it: the same in every run, so that the screen can ask for them. */
const SEALED = newId<CompartmentId>(seededRandom(97));
const NOTE = newId<ItemId>(seededRandom(96));

/**
 * Plays a meeting before the father, with or without a document that only others receive and a person hidden from him, and
 * notes every byte that the screen gets.
 */
export async function playMeeting(withSealed: boolean, mutant: Mutant = {}): Promise<readonly string[]> {
  const stage = await Stage.start({
    mutant,
    ...(withSealed && {storage: storage => bringingHer(storage, HIDDEN_ID)}),
  });
  try {
    return await new Meeting(stage, new Cast(stage, 'plan'), withSealed).run();
  } finally {
    await stage.stop();
  }
}

class Meeting {
  readonly #stage: Stage;
  readonly #cast: Cast;
  readonly #withSealed: boolean;

  constructor(stage: Stage, cast: Cast, withSealed: boolean) {
    this.#stage = stage;
    this.#cast = cast;
    this.#withSealed = withSealed;
  }

  async run(): Promise<readonly string[]> {
    const cast = this.#cast;
    await cast.importPlan(planWithoutHer());
    const esme = await cast.signIn('esme', false, true);
    const temi = this.#withSealed ? await this.#seal() : null;
    const screen = await cast.openRoom(esme, 'callum');
    await this.#walkDoors(screen);
    await cast.open(screen);
    await this.#unseen(screen, temi);
    await this.#writeOn(screen);
    await this.#withhold();
    await this.#unseen(screen, temi);
    await cast.tell(screen, 'POST', './room', {present: [], others: true});
    await this.#changeAudience();
    await flush([screen]);
    await passTime(this.#stage, [screen], 3000);
    await cast.cut(screen);
    await this.#unseen(screen, temi);
    await cast.open(screen);
    await this.#walkDoors(screen);
    await this.#writeOn(screen);
    await cast.tell(screen, 'DELETE', '/api/session');
    await waitFor('the screen’s sockets closed', () => screen.sockets.every(one => one.closeCode !== null));
    cast.noteSockets(screen);
    return screen.lines ?? [];
  }

  async #walkDoors(screen: Person): Promise<void> {
    await walkDoors(this.#cast, screen, {
      colleague: this.#cast.id('esme'),
      other: this.#cast.id('temi'),
      item: this.#cast.item('B1'),
      secret: new Map<string, string>([
        ['participantId', HIDDEN_ID],
        ['compartmentId', SEALED],
        ['itemId', NOTE],
      ]),
    });
  }

  /** Makes the sealed document with a note in it, whose readers come in. */
  async #seal(): Promise<Person> {
    const {http, sync} = this.#stage.server;
    const [shared] = await http.storage.compartments((await this.#plan()).id);
    if (shared === undefined) throw new Error('The plan has no document.');
    const audience = this.#idsOf('esme', 'temi');
    await http.storage.addCompartment({...shared, id: SEALED, kind: 'withheld', audience});
    const items = [
      {
        id: NOTE,
        planId: shared.planId,
        compartmentId: SEALED,
        root: 'items',
        anchorRoot: 'sos:worries',
        type: 'note',
        owner: null,
        typedBy: null,
        sessionId: null,
        verbatim: false,
        readBack: false,
        createdAt: 0,
      } as const,
    ];
    await sync.writeAsServer([
      {
        id: SEALED,
        items,
        write: doc => void writeItems(doc, 'items', [node('note', NOTE, 'he shouts')], 'test'),
      },
    ]);
    const temi = await this.#cast.signIn('temi', false, true);
    await this.#cast.open(temi);
    return temi;
  }

  /** The social worker withholds something from the father, of which the holder of the screen is told on her own screen. */
  async #withhold(): Promise<void> {
    if (!this.#withSealed) return;
    const [callum] = this.#idsOf('callum');
    const bronagh = await this.#cast.signIn('bronagh', false, true);
    const answer = await this.#cast.tell(bronagh, 'POST', './withholdings', {
      draft: {root: 'sos:worries', type: 'harm', text: 'He waited at the gate.'},
      hiddenFrom: [callum],
      reasonCode: 'risk_harm',
      legalGround: 'Serious harm.',
    });
    if (!answer.startsWith('HTTP/1.1 201')) throw new Error(answer);
  }

  /** Others work where the room doesn't see it, and the screen hears whatever comes of it. */
  async #unseen(screen: Person, temi: Person | null): Promise<void> {
    const sealed = temi?.sockets.at(-1);
    if (temi !== null && sealed !== undefined) {
      this.#cast.cursor(sealed, 'items');
      await this.#cast.write(temi, sealed, 'items', 'note', 'unseen');
      await flush([temi]);
    }
    await flush([screen]);
  }

  /** Somebody types on the screen, and tries an id that is in use where the room must not know of it. */
  async #writeOn(screen: Person): Promise<void> {
    const [shared] = screen.sockets.slice(-2);
    if (shared === undefined) throw new Error('The screen has no document.');
    this.#cast.cursor(shared, 'section:B');
    await this.#cast.write(screen, shared, 'section:B', 'need', 'typed in the meeting');
    const id = newId<ItemId>(screen.random);
    for (const one of this.#tried ? [id] : [NOTE, id]) {
      writeItems(shared.doc, 'section:E', [node('outcome', one, 'an outcome')], 'test');
      await waitFor('saved or refused', () => shared.isSaved || shared.closeCode !== null);
    }
    this.#tried = true;
    await flush([screen]);
  }

  #tried = false;

  /** Somebody is taken out of the readers of what the room doesn't receive. */
  async #changeAudience(): Promise<void> {
    if (!this.#withSealed) return;
    const {http, sync} = this.#stage.server;
    const sealed = await http.storage.compartment(SEALED);
    if (sealed === null) throw new Error('There is no sealed document.');
    const audience = this.#idsOf('temi');
    await http.storage.record([{kind: 'compartment', put: {...sealed, audience}}]);
    await sync.changed(sealed.planId);
  }

  #idsOf(...keys: string[]): ParticipantId[] {
    // Ids of the server's own answer.
    return keys.map(key => this.#cast.id(key) as ParticipantId);
  }

  async #plan() {
    const [plan] = await this.#stage.server.http.storage.plans();
    if (plan === undefined) throw new Error('There is no plan.');
    return plan;
  }
}
