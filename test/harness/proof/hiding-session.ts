import {encodeQueryAwareness} from '@goldthread/schema/wire';
import {waitFor} from '../wait-for.ts';
import {Cast, flush, passTime, type Person} from './cast.ts';
import {planWithoutHer} from './hidden-person.ts';
import {Stage, type Mutant} from './stage.ts';
import {walkDoors} from './walk-doors.ts';

/** What came of one run. */
export interface HidingSide {
  /** Every answer and message that the father got, in order. */
  readonly lines: readonly string[];
  /** How the officer's sockets of before were closed; `null` where one stayed open. */
  readonly closedWith: readonly (number | null)[];
}

/**
 * Plays a plan on which the officer is hidden from the father by a command, while both have it open. Afterwards the officer does
 * all that he can, or nothing.
 */
export async function playHiding(isBusy: boolean, mutant: Mutant = {}): Promise<HidingSide> {
  const stage = await Stage.start({mutant});
  try {
    return await new Play(stage, isBusy).run();
  } finally {
    await stage.stop();
  }
}

const POLLED = ['.', './people', './compartments', './records', './audit', './withholdings', './my-items'];

class Play {
  readonly #stage: Stage;
  readonly #cast: Cast;
  readonly #isBusy: boolean;

  constructor(stage: Stage, isBusy: boolean) {
    this.#stage = stage;
    this.#cast = new Cast(stage, 'plan');
    this.#isBusy = isBusy;
  }

  async run(): Promise<HidingSide> {
    const cast = this.#cast;
    await cast.importPlan(planWithoutHer());
    const callum = await cast.signIn('callum', true, true);
    const marcus = await cast.signIn('marcus', false, true);
    const others = [await cast.signIn('esme', false, true), await cast.signIn('bronagh', false, true)];
    const everybody = [callum, marcus, ...others];
    for (const person of everybody) await cast.open(person);
    await this.#poll(callum);
    await this.#moveAround(marcus);
    await flush(everybody);
    const before = [...marcus.sockets];
    await cast.aside(() => this.#hide(others));
    await flush(everybody);
    const closedWith = before.map(one => one.closeCode);
    for (let round = 0; round < 2; round += 1) {
      if (this.#isBusy) await cast.aside(() => this.#intrude(marcus));
      await flush([callum, ...others]);
      await this.#writeOpenly(callum, `round ${round}`);
      await passTime(this.#stage, [callum], 2500);
      await this.#poll(callum);
    }
    await this.#walkDoors(callum);
    await cast.tell(callum, 'DELETE', '/api/session');
    await waitFor('the father’s sockets closed', () => callum.sockets.every(one => one.closeCode !== null));
    cast.noteSockets(callum);
    return {lines: callum.lines ?? [], closedWith};
  }

  async #hide([, bronagh]: readonly Person[]): Promise<void> {
    if (bronagh === undefined) throw new RangeError('Nobody is there to decide.');
    const answer = await this.#cast.tell(bronagh, 'POST', './withholdings', {
      personId: this.#cast.id('marcus'),
      hiddenFrom: [this.#cast.id('callum')],
      reasonCode: 'risk_harm',
      legalGround: 'Working Together 2026',
    });
    if (!answer.startsWith('HTTP/1.1 201')) throw new Error(answer);
  }

  async #poll(person: Person): Promise<void> {
    for (const what of POLLED) await this.#cast.tell(person, 'GET', what);
  }

  async #walkDoors(person: Person): Promise<void> {
    await walkDoors(this.#cast, person, {
      colleague: this.#cast.id('esme'),
      other: this.#cast.id('temi'),
      item: this.#cast.item('B1'),
      secret: new Map([['participantId', this.#cast.id('marcus')]]),
    });
  }

  async #moveAround(person: Person): Promise<void> {
    for (const client of person.sockets) {
      if (!client.isOpen) continue;
      for (let move = 0; move < 5; move += 1) this.#cast.cursor(client, 'section:B');
      client.send(encodeQueryAwareness());
    }
    await flush([person]);
  }

  /** He reads, moves his cursor, tries to write, is refused, comes back and leaves. */
  async #intrude(marcus: Person): Promise<void> {
    await this.#poll(marcus);
    await this.#moveAround(marcus);
    const [open] = marcus.sockets.filter(one => one.isOpen);
    if (open !== undefined) await this.#cast.write(marcus, open, 'section:E', 'outcome', 'from the officer');
    await this.#cast.open(marcus);
    await this.#moveAround(marcus);
    await this.#cast.cut(marcus);
  }

  async #writeOpenly(person: Person, words: string): Promise<void> {
    const [shared] = person.sockets;
    if (shared?.isOpen) await this.#cast.write(person, shared, 'section:E', 'outcome', words);
  }
}
