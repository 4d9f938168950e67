import type {RandomBytes} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {WHY} from '../emergency-stage.ts';
import type {Cast, Person} from './cast.ts';
import {childWorks} from './child-works.ts';
import {placeOf, purgersOf, words, type FamilyShape, type Kept, type Someone} from './families/index.ts';
import {keepContact} from './keep-contact.ts';
import {oneReaderMore} from './one-reader-more.ts';
import {isId} from './known.ts';
import {bodyOf} from './raw-http.ts';
import type {WireClient} from '../wire-client.ts';
import {seedOf} from './stage.ts';
import {agreeOn} from './agree-on.ts';
import {addNote, beRefused, moveAbout, typeLetters, type Insider} from './withheld-typing.ts';
import {waitFor} from '../wait-for.ts';

/** What somebody's client does beside what it should, as they step from the open plan into a private part. */
export type Habit = (shared: WireClient, withheld: WireClient) => void;

/** Ids in an answer that everybody on the plan knows. */
const OPEN = new Set('asked audience proposedBy approvedBy shapes personId readerAsked'.split(' '));

/** What a decision is answered with. */
interface Answer extends Record<'withholdingId' | 'compartmentId', string> {
  readonly itemIds: readonly string[];
}

/** A decision that was made on the stage. */
interface Made {
  readonly kept: Kept;
  readonly id: string;
  readonly compartmentId: string;
  readonly itemId: string;
  insiders: Insider[];
}

/**
 * Everything that those who may do with what is kept from others: decide, write, approve, look at again, read, ask to open.
 * Nothing of it may show to anybody who is excluded.
 */
export class WithheldWork {
  /** Ids that nobody excluded was ever told, under the names that they had in answers to others. */
  readonly secret = new Map<string, string>();
  readonly #cast: Cast;
  readonly #shape: FamilyShape;
  readonly #people: ReadonlyMap<Someone, Person>;
  readonly #random: RandomBytes;
  readonly #habit: Habit;
  #made: Made[] = [];

  constructor(
    cast: Cast,
    shape: FamilyShape,
    people: ReadonlyMap<Someone, Person>,
    habit: Habit = () => undefined,
  ) {
    this.#habit = habit;
    this.#cast = cast;
    this.#shape = shape;
    this.#people = people;
    this.#random = seededRandom(seedOf(`${cast.name} withheld items`));
    if (shape.hidden !== undefined) this.secret.set('participantId', cast.id(shape.hidden));
  }

  /** Decides, and writes in what came of it. */
  async begin(): Promise<void> {
    this.#showHidden();
    for (const kept of this.#shape.kept) this.#made.push(await this.propose(kept, 'first words'));
    await this.#openAll();
    await this.#everywhere(async ([writer, ...others]) => {
      if (writer === undefined) return;
      this.#stepIn(writer);
      await typeLetters(writer, ' by the sea');
      moveAbout(this.#cast, [writer, ...others]);
    });
  }

  /** Has it approved, adds to it, takes back, is refused, comes back. */
  async goOn(): Promise<void> {
    for (const {kept, id} of this.#made) {
      if (kept.approvedBy === null) continue;
      await this.post(kept.approvedBy, `./withholdings/${id}/approve`);
    }
    for (const made of this.#made) await agreeOn(this.#cast, this.#person(made.kept.by), made, this.secret);
    await this.#everywhere(async ([writer, reader], {kept}) => {
      if (writer === undefined) return;
      const open = writer.person.sockets.find(one => one !== writer.client && one.isOpen);
      const {root} = placeOf(kept.by);
      if (open !== undefined) await addNote(writer, this.#random, open.doc, root, 'a second thing');
      if (reader !== undefined) await beRefused(reader);
    });
    await this.#openAll();
  }

  /** Somebody who may not read it does so in an emergency, and is judged. */
  async breakGlass(): Promise<void> {
    const {breaksGlass} = this.#shape;
    if (breaksGlass === undefined) return;
    const {id} = bodyOf<{id: string}>(await this.post(breaksGlass, './break-glass', WHY));
    const opened = await this.#cast.open(this.#person(breaksGlass), 'withheld');
    if (opened.length === 0) throw new Error('Nothing opened.');
    await this.#cast.tell(this.#person(breaksGlass), 'GET', './break-glass');
    await this.post('manager', `./break-glass/${id}/review`, {
      outcome: 'justified',
      words: 'He was right to.',
    });
  }

  /** Decides again, because of an open outcome; looks again; takes back; asks that it be opened. A child chooses again. */
  async decideMore(): Promise<void> {
    for (const {kept, id} of this.#made) {
      const shaping = await this.propose(kept, 'why the outcome', {
        shapes: [this.#cast.item('E1')],
        openReason: 'It helps to go with a friend.',
      });
      const undone = await this.propose(kept, 'not meant');
      await this.post(kept.by, `./withholdings/${undone.id}/undo`);
      await this.post(kept.approvedBy ?? kept.by, `./withholdings/${id}/review`, {reviewOn: '2026-11-26'});
      await this.post(kept.by, `./withholdings/${shaping.id}/release`, {});
      await oneReaderMore(this, this.#cast, kept);
      if (kept.by !== 'child') continue;
      this.secret.set('helpCallId', await childWorks(this.#cast, kept.readers, this.#ask.bind(this)));
    }
    await this.#everywhere(async ([writer]) => {
      if (writer !== undefined) await typeLetters(writer, ' and more');
    });
  }

  /** Keeps an address out of the plan, lets fewer read it and then more. */
  async keepContact(): Promise<void> {
    const [kept] = this.#shape.kept;
    if (this.#shape.hasContact !== true || kept === undefined) return;
    const token = await keepContact(this.#cast.ids(kept.readers), async (who, path, body) => {
      await this.#cast.tell(this.#person(who), 'GET', './contacts');
      return this.post(who, path, body);
    });
    this.secret.set('token', token);
  }

  /** Writes an address by mistake, which is purged, and comes back to what is left. */
  async purge(): Promise<void> {
    await this.#everywhere(async ([writer, ...others], {kept, compartmentId}) => {
      const purger = purgersOf(this.#shape, kept.readers)[0];
      if (writer === undefined || purger === undefined) return;
      // The last letter is taken back again.
      await typeLetters(writer, ' at Harbour Courtt');
      const answer = await this.post(purger, './purges', {compartmentId, text: 'Harbour Court'});
      if (bodyOf<{places: number}>(answer).places === 0) throw new Error('Nothing was purged.');
      const all = [writer, ...others];
      await waitFor('a document sent away', () => all.every(({client}) => client.closeCode !== null));
    });
    await this.#openAll();
  }

  /** Reads all that there is to read of it. */
  async read(): Promise<void> {
    for (const {insiders} of this.#made) {
      for (const {person} of insiders)
        for (const what of ['./withholdings', './audit', './contacts'])
          await this.#cast.tell(person, 'GET', what);
    }
  }

  /** Comes to it on new sockets, and writes again. */
  async comeBack(): Promise<void> {
    await this.#openAll();
    await this.#everywhere(async ([writer, ...others]) => {
      if (writer === undefined) return;
      await typeLetters(writer, ' again');
      moveAbout(this.#cast, [writer, ...others]);
    });
  }

  /** Leaves all withheld documents. */
  leave(): void {
    for (const {insiders} of this.#made) for (const {client} of insiders) client.cut();
  }

  /** Withholds a new item from those whom the decision names. */
  async propose(kept: Kept, text: string, more: object = {}): Promise<Made> {
    const place = placeOf(kept.by);
    const answer = await this.post(kept.by, './withholdings', {
      draft: {...place, text: `${text} of the ${words(kept.by)}`},
      hiddenFrom: Object.entries(kept.from).map(([who, as]) => ({id: this.#cast.id(who), class: as})),
      audience: this.#cast.ids(kept.readers),
      reasonCode: kept.reason,
      legalGround: 'Working Together 2026',
      imminent: kept.imminent ?? false,
      ...more,
    });
    const {withholdingId: id, compartmentId, itemIds} = bodyOf<Answer>(answer);
    return {kept, id, compartmentId, itemId: itemIds[0] ?? '', insiders: []};
  }

  /** Somebody of whom the excluded may not know has the open plan open and moves about in it. */
  #showHidden(): void {
    const {hidden} = this.#shape;
    if (hidden === undefined) return;
    for (const client of this.#person(hidden).sockets)
      if (client.isOpen) this.#cast.cursor(client, 'section:E');
  }

  /** Somebody puts the cursor from the open plan into a private part. */
  #stepIn({person, client}: Insider): void {
    const shared = person.sockets.find(one => one !== client && one.isOpen);
    if (shared !== undefined) this.#habit(shared, client);
  }

  async #openAll(): Promise<void> {
    for (const made of this.#made) {
      const insiders: Insider[] = [];
      // Whoever decided writes; the others read along.
      for (const who of [made.kept.by, ...made.kept.readers.filter(one => one !== made.kept.by)]) {
        const person = this.#person(who);
        const open = made.insiders.find(one => one.person === person && one.client.isOpen);
        insiders.push(open ?? {person, client: await this.#cast.openOne(person, made.compartmentId)});
      }
      made.insiders = insiders;
    }
  }

  async #everywhere(act: (insiders: readonly Insider[], made: Made) => Promise<void>): Promise<void> {
    for (const made of this.#made) await act(made.insiders, made);
  }

  post(who: Someone, path: string, body?: object): Promise<string> {
    return this.#ask(who, 'POST', path, body);
  }

  async #ask(who: Someone, method: string, path: string, body?: object): Promise<string> {
    const answer = await this.#cast.tell(this.#person(who), method, path, body);
    if (!/^HTTP\/1\.1 2/.test(answer)) throw new Error(`Row ${this.#shape.row}: ${who} ${path} ${answer}`);
    if (!answer.startsWith('HTTP/1.1 204')) this.#note(answer);
    return answer;
  }

  #note(answer: string): void {
    for (const [name, value] of Object.entries(bodyOf<Record<string, unknown>>(answer))) {
      const found = [value].flat().find(isId);
      if (found !== undefined && !OPEN.has(name)) this.secret.set(name, found);
    }
  }

  #person(who: Someone): Person {
    const person = this.#people.get(who);
    if (person === undefined) throw new RangeError(`${who} is not there.`);
    return person;
  }
}
