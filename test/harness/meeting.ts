import type {RootName} from '@goldthread/schema';
import type {SessionRecord} from '../../packages/server/src/storage/index.ts';
import {CrashSwitch, type CrashPoint} from './crash-switch.ts';
import {Dice} from './gate-world.ts';
import {ManualClock} from './manual-clock.ts';
import {MeetingWriter, type Place} from './meeting-writer.ts';
import {SyncFixture, type Ticket} from './sync-fixture.ts';
import {waitFor} from './wait-for.ts';
import {writeExample} from './write-example.ts';

/** The sections that are written in, and who may write every item of which. The others only read them. */
export const MEETING_ROOTS: readonly RootName[] = ['section:B', 'section:E', 'section:F', 'sos:next'];
const WRITERS: readonly (readonly [string, readonly RootName[]])[] = [
  ['jory', ['section:B', 'section:E', 'section:F']],
  ['temi', ['section:B', 'section:E', 'section:F']],
  ['callum', ['section:B', 'section:E', 'section:F']],
  ['esme', ['section:B', 'section:E', 'section:F', 'sos:next']],
  ['bronagh', ['section:E', 'sos:next']],
  ['marcus', ['section:B', 'section:E', 'section:F']],
];

/** So that compaction and content checks happen within a meeting, and no budget runs out while the clock stands still. */
const LIMITS = {
  compactRows: 12,
  compactRowsAtOnce: 30,
  checkAfterMs: 1000,
  restAfterMs: 5000,
  messageBurst: 1e9,
  byteBurst: 1e12,
  fullSyncBurst: 1e9,
} as const;

interface Seated {
  readonly writer: MeetingWriter;
  readonly session: SessionRecord;
  ticket: Ticket;
}

/** How a server ends in the middle of a meeting. */
type Ending = 'restart' | CrashPoint;
const ENDINGS: readonly Ending[] = ['restart', 'before the commit', 'after the commit'];

/**
 * Six people who write in four sections of a plan, with everything that goes wrong on the way: slow and cut lines, edits made
 * offline, a server that is restarted or dies. The same seed gives the same meeting.
 */
export class Meeting {
  readonly fixture: SyncFixture;
  /** The document with which everything began. */
  readonly imported: Uint8Array;
  readonly seats: readonly Seated[];
  /** What was done, to be printed on a failure. */
  readonly log: string[] = [];
  readonly #dice: Dice;
  readonly #clock: ManualClock;
  readonly #switches: CrashSwitch[];

  private constructor(
    fixture: SyncFixture,
    imported: Uint8Array,
    clock: ManualClock,
    switches: CrashSwitch[],
    dice: Dice,
    seats: readonly Seated[],
  ) {
    this.fixture = fixture;
    this.imported = imported;
    this.#clock = clock;
    this.#switches = switches;
    this.#dice = dice;
    this.seats = seats;
  }

  static async start(seed: number): Promise<Meeting> {
    const clock = new ManualClock();
    const switches: CrashSwitch[] = [];
    const fixture = await SyncFixture.start({
      clock,
      seed,
      limits: LIMITS,
      wrapStorage(storage) {
        const made = new CrashSwitch();
        switches.push(made);
        return made.wrap(storage);
      },
    });
    const imported = await writeExample(fixture);
    const seats: Seated[] = [];
    for (const [person, [key, roots]] of WRITERS.entries()) {
      const writer = new MeetingWriter(key, person, MEETING_ROOTS, roots, fixture.random);
      const session = await fixture.signIn(key);
      const ticket = await fixture.ticket(session);
      writer.sit(ticket.cid);
      seats.push({writer, session, ticket});
    }
    const meeting = new Meeting(fixture, imported, clock, switches, new Dice(seed), seats);
    for (const seat of seats) {
      await meeting.#connect(seat);
      seat.writer.take();
    }
    return meeting;
  }

  get writers(): MeetingWriter[] {
    return this.seats.map(({writer}) => writer);
  }

  /** Lets so many things happen, the end of a server among them. */
  async run(steps: number): Promise<void> {
    const end = 10 + this.#dice.below(steps - 10);
    for (let step = 0; step < steps; step += 1) {
      if (step === end) await this.#endServer(this.#dice.pick(ENDINGS) ?? 'restart');
      else await this.#step();
    }
  }

  /** Brings everybody back and lets everything arrive. */
  async settle(): Promise<void> {
    for (let round = 0; round < 60; round += 1) {
      for (const seat of this.seats) {
        if (!seat.writer.isOnline) await this.#connect(seat);
        seat.writer.take();
        seat.writer.line?.send();
        await seat.writer.line?.heard();
      }
      if (!this.writers.every(writer => writer.isQuiet)) continue;
      if (round > 50) return;
      // Once everything has arrived the hashes of what was written are sent, and are looked at in one more round.
      this.#clock.advance(2000);
      round = 50;
    }
    throw new Error('The meeting never came to rest.');
  }

  async stop(): Promise<void> {
    for (const {writer} of this.seats) {
      writer.destroy();
      await writer.line?.cut();
    }
    await this.fixture.stop();
  }

  async #step(): Promise<void> {
    const seat = this.#dice.pick(this.seats);
    if (seat === undefined) return;
    const {writer} = seat;
    const roll = this.#dice.below(100);
    if (roll < 55) {
      for (let count = 1 + this.#dice.below(3); count > 0; count -= 1)
        this.#say(writer, writer.act(this.#dice));
      if (this.#dice.below(2) === 0) await this.#send(seat);
    } else if (roll < 70) await this.#send(seat);
    else if (roll < 90) await this.#take(seat);
    else if (roll < 94) await this.#cut(writer);
    else if (roll < 97) this.#pass();
    else await this.#connect(seat);
  }

  async #send({writer}: Seated): Promise<void> {
    this.#say(writer, 'sends');
    writer.line?.send(1 + this.#dice.below(6));
    await writer.line?.heard();
    writer.noteSaved();
  }

  async #take(seat: Seated): Promise<void> {
    const {writer} = seat;
    if (!writer.isOnline) {
      await this.#connect(seat);
      return;
    }
    await writer.line?.heard();
    const count = 1 + this.#dice.below(12);
    this.#say(writer, `hears ${count} of ${writer.line?.waiting}`);
    writer.take(count);
  }

  async #cut(writer: MeetingWriter): Promise<void> {
    if (!writer.isOnline) return;
    this.#say(writer, 'is cut off');
    await writer.line?.cut();
  }

  #pass(): void {
    this.log.push('time passes');
    this.#clock.advance(2000);
  }

  async #connect(seat: Seated): Promise<void> {
    const {writer} = seat;
    if (writer.line?.refused != null) {
      this.#say(writer, `was refused: ${writer.line.refused.code}`);
      if (writer.line.refused.code !== 'DUPLICATE_ID')
        writer.faults.push(`${writer.key} was refused: ${writer.line.refused.code}`);
      seat.ticket = await this.fixture.ticket(seat.session);
      await writer.comeBack(this.#placeOf(seat));
      return;
    }
    if (writer.isOnline) return;
    this.#say(writer, 'connects');
    const {url} = this.#placeOf(seat);
    // Right after a failed commit the server asks everybody to try again.
    for (let tries = 0; tries < 5; tries += 1) if (await writer.connect(url)) return;
    throw new Error(`${writer.key} could not connect: ${writer.line?.closeCode}`);
  }

  #placeOf({ticket}: Seated): Place {
    return {url: this.fixture.url(ticket), cid: ticket.cid};
  }

  async #endServer(ending: Ending): Promise<void> {
    this.log.push(`the server ends: ${ending}`);
    if (ending === 'restart') await this.fixture.restart();
    else {
      const now = this.#switches.at(-1);
      now?.arm(ending);
      const heard = this.writers.map(async ({line}) => {
        line?.send();
        await line?.heard();
      });
      await Promise.race([waitFor('the last commit', () => now?.isOff === true), Promise.all(heard)]);
      now?.off();
      await this.fixture.crash();
    }
    for (const {line} of this.writers) await line?.closed();
  }

  #say(writer: MeetingWriter, what: string): void {
    this.log.push(`${writer.key} ${what}`);
  }
}
