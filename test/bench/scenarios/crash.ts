import * as Y from 'yjs';
import type {DocClient} from '../lib/doc-client.ts';
import {now, pause, round, until} from '../lib/measure.ts';
import {Person} from '../lib/person.ts';
import {newItem, paragraphsOf, sectionOf} from '../lib/plan-shape.ts';
import type {Bench, Figures, Scenario} from '../lib/scenario.ts';
import {itemId, seeded} from '../lib/seeded.ts';

const PEOPLE = 6;
const KEYS_PER_SECOND = 5;
const SHORTEST_MS = 2500;
const LONGEST_MS = 6500;

interface Edit {
  readonly cid: number;
  readonly to: number;
  readonly at: number;
  acknowledged: boolean;
}

/** What each person wrote, who else has seen it, and what the server called durable. */
class Ledger {
  readonly edits: Edit[] = [];
  readonly #seenTo = new Map<number, number>();
  #closed = false;

  follow(client: DocClient): void {
    const waiting: {frame: number; edit: Edit}[] = [];
    client.onLocal = ({cid, to}, frame) => {
      const edit = {cid, to, at: now(), acknowledged: false};
      this.edits.push(edit);
      waiting.push({frame, edit});
    };
    client.onAcknowledged = upTo => {
      if (this.#closed) return;
      while (waiting[0] && waiting[0].frame <= upTo) {
        const done = waiting.shift();
        if (done) done.edit.acknowledged = true;
      }
    };
    client.onRemote = ({cid, to}) => {
      if (!this.#closed) this.#seenTo.set(cid, Math.max(this.#seenTo.get(cid) ?? 0, to));
    };
  }

  /** From here on nothing counts as seen or acknowledged any more. */
  close(): void {
    this.#closed = true;
  }

  promised(): Edit[] {
    return this.edits.filter(edit => edit.acknowledged || edit.to <= (this.#seenTo.get(edit.cid) ?? 0));
  }

  missingIn(doc: Y.Doc): Edit[] {
    return this.promised().filter(edit => edit.to > Y.getState(doc.store, edit.cid));
  }
}

async function gather(bench: Bench, room: string, seed: number, ledger: Ledger): Promise<DocClient[]> {
  const people: DocClient[] = [];
  for (const seat of await bench.entry.seats(room, PEOPLE)) {
    const client = bench.real(seat);
    ledger.follow(client);
    people.push(await client.connect());
  }
  const random = seeded(seed);
  const first = people[0];
  first?.doc.transact(() => {
    sectionOf(first.doc).insert(
      0,
      people.map((_, i) => newItem(itemId(random), `Part ${i}: `)),
    );
  });
  const together = await until(() => people.every(person => paragraphsOf(person.doc).length >= PEOPLE), 5000);
  if (!together) throw new Error('the first items did not reach everybody');
  return people;
}

async function typeWhile(typing: () => boolean, client: DocClient, seed: number): Promise<void> {
  const random = seeded(seed);
  const person = new Person(client.doc, seed, seed % PEOPLE);
  while (typing()) {
    await pause(((0.5 + random()) * 1000) / KEYS_PER_SECOND);
    if (typing()) person.key();
  }
}

interface Trial {
  readonly promised: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly oldestLostMs: number;
  readonly lostForGood: number;
  readonly restartMs: number;
}

async function lookAfresh(bench: Bench, room: string, ledger: Ledger): Promise<Edit[]> {
  const [seat] = await bench.entry.seats(room, 1);
  if (!seat) throw new Error('no seat');
  const reader = await bench.real(seat).connect();
  await until(() => ledger.missingIn(reader.doc).length === 0, 1500, 50);
  const missing = ledger.missingIn(reader.doc);
  reader.close();
  return missing;
}

async function trial(bench: Bench, number: number): Promise<Trial> {
  const room = `crash-${bench.effort.rep}-${number}`;
  const random = seeded(bench.effort.rep * 13 + number);
  const ledger = new Ledger();
  const people = await gather(bench, room, 1000 + number, ledger);
  let typing = true;
  const loops = people.map((person, i) => typeWhile(() => typing, person, number * 100 + i));
  await pause(SHORTEST_MS + random() * (LONGEST_MS - SHORTEST_MS));
  typing = false;
  const killedAt = now();
  await bench.crash();
  await Promise.all(loops);
  ledger.close();
  const from = now();
  await bench.start();
  const restartMs = round(now() - from, 0);
  const lost = await lookAfresh(bench, room, ledger);
  for (const person of people) await person.connect();
  await pause(300);
  const lostForGood = await lookAfresh(bench, room, ledger);
  people.forEach(person => person.close());
  const promised = ledger.promised();
  return {
    promised: promised.length,
    acknowledged: promised.filter(edit => edit.acknowledged).length,
    lost: lost.length,
    oldestLostMs: round(Math.max(0, ...lost.map(edit => killedAt - edit.at)), 0),
    lostForGood: lostForGood.length,
    restartMs,
  };
}

async function run(bench: Bench): Promise<Figures> {
  const trials: Trial[] = [];
  for (let i = 0; i < (bench.effort.quick ? 1 : 5); i++) {
    const done = await trial(bench, i);
    bench.note(JSON.stringify(done));
    trials.push(done);
  }
  const sum = (of: (one: Trial) => number): number => trials.reduce((total, one) => total + of(one), 0);
  return {
    kills: trials.length,
    promised: sum(one => one.promised),
    acknowledged: sum(one => one.acknowledged),
    lost: sum(one => one.lost),
    oldestLostMs: Math.max(...trials.map(one => one.oldestLostMs)),
    lostForGood: sum(one => one.lostForGood),
    restartMs: Math.max(...trials.map(one => one.restartMs)),
  };
}

/** SIGKILL while six people type. It ends a process, not a machine: what the kernel held is kept. */
export const crash: Scenario = {
  id: 's6',
  title: 'SIGKILL while 6 people type: edits lost that another had seen or that were called durable',
  needs: 'memory',
  repeats: false,
  run,
};
