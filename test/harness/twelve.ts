import {newId, type CompartmentId} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import type * as Y from 'yjs';
import type {PlanStorage, SessionRecord} from '../../packages/server/src/storage/index.ts';
import type {ManualClock} from './manual-clock.ts';
import {SyncFixture} from './sync-fixture.ts';
import {testPlan, type TestPerson} from './test-plan.ts';
import {waitFor} from './wait-for.ts';
import type {WireClient} from './wire-client.ts';
import {addItem, textOf} from './writing.ts';

const PEOPLE: readonly TestPerson[] = [
  ['temi', 'Temi Adeyemi', 'parent', "Jory's mum"],
  ['callum', 'Callum Penhale', 'parent', "Jory's dad"],
  ['folasade', 'Folasade Adeyemi', 'family', "Jory's gran"],
  ['esme', 'Esme Farrow', 'keyworker', 'keyworker'],
  ['bronagh', 'Bronagh Kell', 'socialWorker', 'social worker'],
  ['priya', 'Priya Mistry-Lowe', 'safeguardingLead', 'safeguarding lead'],
  ['hollis', 'Dr Hollis Tarn', 'psychologist', 'educational psychologist'],
  ['wren', 'Wren Castellan', 'therapist', 'speech and language therapist'],
  ['oluchi', 'Dr Oluchi Brandt', 'health', 'community paediatrician'],
  ['marcus', 'Marcus Ibsen', 'sendOfficer', 'council SEND officer'],
  ['stan', 'Stan Whitlow', 'conferenceChair', 'conference chair'],
  ['anita', 'Anita Dray', 'socialCareManager', 'social care manager'],
];

/** The readers of the withheld document, so that most people write in both. */
const READERS = ['temi', 'esme', 'bronagh', 'priya', 'oluchi', 'stan', 'anita'];

/** Somebody writing one item of one document. */
export interface Typist {
  readonly key: string;
  readonly session: SessionRecord;
  readonly client: WireClient;
  readonly text: Y.XmlText;
  readonly itemId: string;
  /** All that they have typed. */
  typed: string;
}

/** Twelve people who type without a pause in a plan and in a document that only some of them receive. */
export class Twelve {
  readonly fixture: SyncFixture;
  readonly withheld: CompartmentId;
  readonly typists: Typist[] = [];
  #stroke: (key: string) => string = key => key[0] ?? '';
  #isTyping = false;
  #over: Promise<void> = Promise.resolve();

  private constructor(fixture: SyncFixture, withheld: CompartmentId) {
    this.fixture = fixture;
    this.withheld = withheld;
  }

  static async start(clock: ManualClock, room: readonly string[] | null = null): Promise<Twelve> {
    const fixture = await SyncFixture.start({
      clock,
      wrapStorage: slowly,
      limits: {messageBurst: 1e9, byteBurst: 1e12},
      plan: testPlan(seededRandom(12), clock.now(), PEOPLE),
    });
    const [shared] = fixture.plan.compartments;
    if (shared === undefined) throw new Error('The plan has no document.');
    const id = newId<CompartmentId>(fixture.random);
    const audience = READERS.map(key => fixture.person(key).id);
    await fixture.storage.addCompartment({...shared, id, kind: 'withheld', audience});
    const twelve = new Twelve(fixture, id);
    for (const [key] of PEOPLE) await twelve.#sit(key, key === 'temi' ? room : null);
    return twelve;
  }

  /** From now on everybody types, whatever else happens. */
  type(): void {
    this.#isTyping = true;
    this.#over = this.#keepTyping();
  }

  /** From now on everybody types this instead of their letter. */
  typeInstead(stroke: (key: string) => string): void {
    this.#stroke = stroke;
  }

  /** Waits until everybody who still writes has typed so many strokes more and all of theirs are on disk. */
  async typedOn(strokes: number): Promise<void> {
    const open = this.typists.filter(({client}) => client.isOpen);
    const goals = open.map(one => one.typed.length + strokes);
    await waitFor('some more typing', () =>
      open.every((one, index) => one.typed.length >= (goals[index] ?? 0) || !one.client.isOpen),
    );
  }

  async stopTyping(): Promise<void> {
    this.#isTyping = false;
    await this.#over;
    for (const {client} of this.typists) {
      await waitFor('all of it on disk', () => client.isSaved || !client.isOpen);
    }
  }

  of(key: string, compartmentId = this.fixture.shared): Typist {
    const root = compartmentId === this.withheld ? 'items' : 'section:E';
    const found = this.typists.find(one => one.key === key && one.client.doc.share.has(root));
    if (found === undefined) throw new Error(`${key} isn't there.`);
    return found;
  }

  /** What one person's item says, as it stands on disk. */
  async stored({itemId, client}: Typist): Promise<string> {
    const isWithheld = client.doc.share.has('items');
    const id = isWithheld ? this.withheld : this.fixture.shared;
    const root = isWithheld ? 'items' : 'section:E';
    return (await this.fixture.sync.withDocument(id, doc => textOf(doc, root, itemId).toJSON())) ?? '';
  }

  async stop(): Promise<void> {
    this.#isTyping = false;
    await this.#over;
    await this.fixture.stop();
  }

  async #sit(key: string, room: readonly string[] | null): Promise<void> {
    const present = room && [key, ...room].map(one => this.fixture.person(one).id);
    const session = await this.fixture.signIn(key, {present});
    for (const compartmentId of [this.fixture.shared, this.withheld]) {
      const isWithheld = compartmentId === this.withheld;
      if (isWithheld && !READERS.includes(key)) continue;
      const ticket = await this.fixture.ticket(session, compartmentId);
      const client = this.fixture.client(ticket, {compartmentId});
      await client.synced();
      const root = isWithheld ? 'items' : 'section:E';
      const itemId = addItem(client.doc, this.fixture.random, root, isWithheld ? 'note' : 'outcome', '.');
      await client.saved();
      this.typists.push({key, session, client, itemId, text: textOf(client.doc, root, itemId), typed: '.'});
    }
  }

  async #keepTyping(): Promise<void> {
    while (this.#isTyping) {
      for (const one of this.typists) {
        if (!one.client.isOpen) continue;
        const stroke = this.#stroke(one.key);
        one.text.insert(one.text.length, stroke);
        one.typed += stroke;
      }
      await breath();
    }
  }
}

function breath(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

/** Storage that takes a while over everything, as one across a network does, so that what can overlap does. */
function slowly(storage: PlanStorage): PlanStorage {
  return new Proxy(storage, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        for (let turn = 0; turn < 3; turn += 1) await breath();
        const answer: unknown = await Reflect.apply(value, target, given);
        for (let turn = 0; turn < 3; turn += 1) await breath();
        return answer;
      };
    },
  });
}
