import * as Y from 'yjs';
import {ATTACKS, type Attack, type Attacker} from '../lib/attacks.ts';
import type {LightClient} from '../lib/light-client.ts';
import {foreignPct} from '../lib/machine.ts';
import {now, pause, round, watchLag} from '../lib/measure.ts';
import type {Bench, Figures, Scenario} from '../lib/scenario.ts';
import {itemId, seeded, word} from '../lib/seeded.ts';
import {Tracker} from '../lib/tracker.ts';

const PEOPLE = 6;
/** The honest, a person of their own for each attack, and some who come in place of those that went down. */
const EVERYBODY = PEOPLE + ATTACKS.length + 8;
const EDITS_PER_SECOND = 5;
const MOST_RETURNS = 200;

/** Comes back when it is thrown out, up to a bound, and counts how often. */
class ReturningAttacker implements Attacker {
  returns = -1;
  readonly #make: () => LightClient;
  #client: LightClient | undefined;

  constructor(make: () => LightClient) {
    this.#make = make;
  }

  async socket(): Promise<LightClient | undefined> {
    if (this.#client?.closed === false) return this.#client;
    if (this.returns >= MOST_RETURNS) return undefined;
    this.returns++;
    const next = this.#make();
    // Not being let in is an answer, too.
    this.#client = await next.connect(2000).catch(() => undefined);
    return this.#client;
  }

  leave(): void {
    this.#client?.kill();
  }
}

/** The honest people of the room, who go on typing whatever happens. */
class HonestRoom {
  readonly tracker = new Tracker();
  people: LightClient[] = [];
  readonly #bench: Bench;
  readonly #room: string;
  #typing = true;
  #loop: Promise<void> | undefined;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#room = `hostile-${bench.effort.rep}`;
  }

  async open(): Promise<void> {
    const random = seeded(now());
    for (const seat of await this.#bench.entry.seats(this.#room, PEOPLE, EVERYBODY)) {
      const client = await this.#bench.light(seat, this.tracker).connect();
      client.writeItem(itemId(random), 'Notes ');
      this.people.push(client);
    }
    this.#loop ??= this.#type();
  }

  /** New people for those whose connection went down with the server. */
  async reopen(): Promise<void> {
    this.people.forEach(person => person.kill());
    this.people = [];
    await this.open();
  }

  async close(): Promise<void> {
    this.#typing = false;
    await this.#loop;
    this.people.forEach(person => person.kill());
  }

  /** Somebody who attacks this room. */
  async attacker(): Promise<ReturningAttacker> {
    const [seat] = await this.#bench.entry.seats(this.#room, 1);
    if (!seat) throw new Error('no seat');
    return new ReturningAttacker(() => this.#bench.light(seat));
  }

  /** A real document's view of the room, for the last look. */
  async look(): Promise<Figures> {
    const [seat] = await this.#bench.entry.seats(this.#room, 1);
    if (!seat) throw new Error('no seat');
    const reader = await this.#bench.real(seat).connect();
    await pause(500);
    const behind = this.people.filter(person => Y.getState(reader.doc.store, person.seat.cid) < person.clock);
    const figures = {
      readable: reader.text.length > 0,
      honestBehind: behind.length,
      pending: reader.doc.store.pendingStructs !== null || reader.doc.store.pendingDs !== null,
      undecodable: reader.undecodable,
    };
    reader.close();
    return figures;
  }

  async #type(): Promise<void> {
    const random = seeded(9);
    while (this.#typing) {
      for (const person of this.people) {
        if (person.open) person.type(`${word(random)} `);
        await pause(1000 / EDITS_PER_SECOND / PEOPLE);
      }
      if (this.people.length === 0) await pause(20);
    }
  }
}

async function underAttack(bench: Bench, room: HonestRoom, attack: Attack): Promise<Figures> {
  if (room.people.some(person => person.lost)) await room.reopen();
  attack.prepare?.();
  await pause(300);
  const attacker = await room.attacker();
  const undecodable = (): number => room.people.reduce((sum, person) => sum + person.undecodable, 0);
  const junkBefore = undecodable();
  const before = bench.usage();
  const lag = watchLag();
  room.tracker.start();
  const end = now() + (bench.effort.quick ? 1000 : 3000);
  await attack.go(attacker, end, seeded(bench.effort.rep));
  await pause(300);
  const up = await bench.alive();
  room.tracker.stop();
  const after = bench.usage();
  const figures = {
    up,
    p95: room.tracker.latency.summary().p95,
    max: room.tracker.latency.summary().max,
    deliveredPct: round((100 * room.tracker.seen) / Math.max(1, room.tracker.sent * (PEOPLE - 1)), 0),
    junkRelayed: undecodable() - junkBefore,
    honestLost: room.people.filter(person => person.lost).length,
    returns: Math.max(0, attacker.returns),
    cpuPct: round(((after.cpu - before.cpu) / (after.at - before.at)) * 100, 0),
    foreignPct: foreignPct(before, after),
    load: lag(),
  };
  attacker.leave();
  if (!up) {
    await bench.start();
    await room.reopen();
  }
  return figures;
}

async function run(bench: Bench): Promise<Figures> {
  const room = new HonestRoom(bench);
  await room.open();
  const attacks: Record<string, Figures> = {};
  for (const attack of ATTACKS) {
    const figures = await underAttack(bench, room, attack);
    bench.note(`${attack.name}: ${JSON.stringify(figures)}`);
    attacks[attack.name] = figures;
  }
  const afterwards = bench.keeps === 'nothing' ? undefined : await room.look();
  await room.close();
  const all = Object.values(attacks);
  return {
    attacks,
    afterwards,
    alwaysUp: all.every(one => one.up === true),
    worstP95: Math.max(...all.map(one => (typeof one.p95 === 'number' ? one.p95 : Number.POSITIVE_INFINITY))),
  };
}

/** A signed-in person who attacks the room that honest people write in. */
export const hostile: Scenario = {
  id: 's7',
  title: 'Hostile input in an honest room of 6: is the server up, and what do the honest feel (p95, ms)',
  needs: 'nothing',
  repeats: false,
  run,
};
