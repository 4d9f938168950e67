import type {RandomBytes} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {Dice} from '../gate-world.ts';
import {Cast, type Person} from '../proof/cast.ts';
import {planOf, type Someone} from '../proof/families/index.ts';
import {bodyOf} from '../proof/raw-http.ts';
import type {Stage} from '../proof/stage.ts';
import type {WireClient} from '../wire-client.ts';
import {BrokenGlass} from './broken-glass.ts';
import type {Markers} from './markers.ts';

/** What somebody decided to keep from others. */
export interface KeptHere {
  readonly id: string;
  readonly compartmentId: string;
  readonly by: Someone;
  readonly readers: readonly Someone[];
  readonly itemIds: readonly string[];
  /** From whom, by name. */
  readonly from: readonly Someone[];
  /** Whether it was asked for that it be opened. */
  isAsked: boolean;
  /** Whether it was taken back or opened. */
  isOver: boolean;
}

/** An item that everybody reads, and who wrote it. */
export interface OpenItem {
  readonly id: string;
  readonly by: Someone;
}

/** Somebody's session, whatever it is told being looked through. */
export interface Watched {
  readonly person: Person;
  /** Everybody who looks at it; nobody, where it isn't sure who does. */
  readonly eyes: readonly Someone[];
}

export const ADULTS = ['keyworker', 'socialWorker', 'manager', 'doctor', 'teacher'] as const;
const PARENTS = ['parentWithCare', 'otherParent'] as const;
const EVERYBODY: readonly Someone[] = ['child', ...PARENTS, ...ADULTS];

/** One plan with its people on a stage that it shares with other plans, and what they keep from one another. */
export class Household {
  readonly cast: Cast;
  readonly dice: Dice;
  readonly random: RandomBytes;
  readonly markers: Markers;
  readonly people = EVERYBODY;
  readonly kept: KeptHere[] = [];
  readonly glass = new BrokenGlass();
  /** Tokens of the contact store, with the readers of each. */
  readonly contacts: {readonly token: string; readonly marker: string}[] = [];
  /** Items that everybody reads. */
  readonly openItems: OpenItem[] = [];
  /** Markers that were written in an item of a withheld document. */
  readonly inItem = new Map<string, string[]>();
  readonly watched: Watched[] = [];
  /** Whose access is at rest. */
  readonly away = new Set<Someone>();
  /** What was done, to be printed on a failure. */
  readonly log: string[] = [];
  readonly #sessions = new Map<Someone, Person>();
  readonly #shared = new Map<Someone, WireClient>();

  constructor(stage: Stage, seed: number, markers: Markers) {
    this.cast = new Cast(stage, `household ${seed}`);
    this.dice = new Dice(seed);
    this.random = seededRandom(seed);
    this.markers = markers;
  }

  async moveIn(): Promise<void> {
    const situation = 'whatever comes';
    await this.cast.importPlan(planOf({row: 0, situation, people: this.people, kept: []}));
    for (const who of this.people) await this.signIn(who);
  }

  /** Signs somebody in; `isSure` is a session of which it is sure who sits there. */
  async signIn(who: Someone, isSure = true): Promise<Person> {
    const person = await this.cast.signIn(who, true, isSure);
    this.watch(person, isSure ? [who] : []);
    if (isSure) this.#sessions.set(who, person);
    return person;
  }

  /** The documents of which somebody is told; none where that is refused. */
  async documents(person: Person): Promise<readonly {readonly id: string; readonly kind: string}[]> {
    const raw = await this.cast.tell(person, 'GET', './compartments');
    return raw.startsWith('HTTP/1.1 2') ? bodyOf(raw) : [];
  }

  /** The document that everybody reads; on the socket that is still open, if there is one. */
  async openShared(who: Someone): Promise<WireClient | undefined> {
    const known = this.#shared.get(who);
    if (known?.isOpen === true) return known;
    const person = this.session(who);
    const shared = (await this.documents(person)).find(({kind}) => kind === 'shared');
    const client = shared && (await this.open(person, shared.id));
    if (client?.isOpen !== true) return undefined;
    this.#shared.set(who, client);
    return client;
  }

  /** Opens one document, unless that is refused. */
  async open(person: Person, id: string): Promise<WireClient | undefined> {
    const raw = await this.cast.tell(person, 'POST', './tickets', {compartmentId: id});
    if (!raw.startsWith('HTTP/1.1 2')) return undefined;
    const {ticket, cid, path} = bodyOf<{ticket: string; cid: number; path: string}>(raw);
    const url = `ws://127.0.0.1:${this.cast.stage.port}${path}?ticket=${ticket}&cid=${cid}`;
    return this.cast.connect(person, {url, cid});
  }

  watch(person: Person, eyes: readonly Someone[]): void {
    this.watched.push({person, eyes});
  }

  session(who: Someone): Person {
    const person = this.#sessions.get(who);
    if (person === undefined) throw new RangeError(`${who} is not there.`);
    return person;
  }

  /** One of the people named who is there now. */
  anyOf(people: readonly Someone[]): Someone | undefined {
    return this.dice.pick(people.filter(who => !this.away.has(who)));
  }

  /** Each of them by a throw of the dice. */
  some(people: readonly Someone[], ofTen: number): Someone[] {
    return people.filter(() => this.dice.below(10) < ofTen);
  }

  /** Words that only these readers may know. */
  secret(readers: readonly Someone[]): string {
    return this.markers.make(
      readers.map(who => this.eye(who)),
      new Set([...this.away].map(who => this.eye(who))),
    );
  }

  /** Words in a withheld document; `from` are those from whom they are withheld by a decision that is only being made. */
  secretIn(readers: readonly Someone[], from: readonly Someone[] = []): string {
    const marker = this.secret(readers);
    this.glass.stands(marker, readers);
    this.#widen([marker], this.glass.breakersOf(readers, this.kept, from));
    return marker;
  }

  /** Somebody reads in an emergency what isn't withheld from them by name. */
  opensTo(who: Someone): void {
    this.#widen(this.glass.breaks(who, this.kept), [who]);
  }

  /** Somebody as the markers know them, among the people of all plans. */
  eye(who: Someone): string {
    return `${this.cast.name} ${who}`;
  }

  /** Notes that these markers stand in this item. */
  stands(item: string, ...markers: string[]): void {
    this.inItem.set(item, [...(this.inItem.get(item) ?? []), ...markers]);
  }

  /** Everybody reads from now on what stands in these items. */
  opens(items: readonly string[]): void {
    this.markers.open(items.flatMap(item => this.inItem.get(item) ?? []));
  }

  /** A value of the contact store is for more people from now on. */
  keepsFor({marker}: Household['contacts'][number], readers: readonly Someone[]): void {
    this.#widen([marker], readers);
  }

  /** Somebody comes back to all that they read. */
  isBack(who: Someone): void {
    this.away.delete(who);
    this.markers.comeBack(this.eye(who));
  }

  did(who: string, path: string, answer: string): void {
    this.log.push(`${who} ${path}: ${answer.slice(0, 12)} ${/"code":"[A-Z_]*"/.exec(answer)?.[0] ?? ''}`);
  }

  /** Looks through everything that anybody was told since the last time; what is wrong, if anything. */
  look(): string | null {
    for (const {person, eyes} of this.watched) {
      const told = [...(person.lines?.splice(0) ?? [])];
      for (const client of person.sockets)
        told.push(...client.received.splice(0).map(bytes => Buffer.from(bytes).toString('latin1')));
      const looking = eyes.length === 0 ? ['nobody'] : eyes.map(who => this.eye(who));
      for (const bytes of told) {
        const stray = this.markers.strayIn(bytes, looking);
        if (stray !== null)
          return `${person.key} (${eyes.join(', ')}) was told ${stray}: ${bytes.slice(0, 2000)}`;
      }
      for (let at = person.sockets.length - 1; at >= 0; at -= 1)
        if (person.sockets[at]?.closeCode !== null) person.sockets.splice(at, 1);
    }
    return null;
  }

  #widen(markers: readonly string[], people: readonly Someone[]): void {
    const away = new Set([...this.away].map(who => this.eye(who)));
    this.markers.widen(
      markers,
      people.map(who => this.eye(who)),
      away,
    );
  }
}
