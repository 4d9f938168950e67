import * as Y from 'yjs';
import {admit, checkAfter} from '../../packages/server/src/gate/index.ts';
import {edit, type EditWorld} from './gate-edits.ts';
import {forgery} from './gate-forgeries.ts';
import {
  ALL_ROOTS,
  CLIENTS,
  Dice,
  Ids,
  READABLE,
  WRITABLE,
  contentOf,
  faultOf,
  hasSameEffect,
  openDoc,
  personPolicy,
  protectedPart,
} from './gate-world.ts';

/** What a run of the fuzz saw. */
export interface FuzzReport {
  honest: number;
  hostile: number;
  admittedHostile: number;
  /** How often each code refused a hostile update. */
  readonly refusals: Map<string, number>;
}

/** How much to try, and from which seed. */
export interface FuzzOptions {
  readonly seed: number;
  /** Hostile updates to try at least. */
  readonly count: number;
}

/**
 * Plays honest and hostile clients against the gate until enough hostile updates were tried. Throws, with the seed and
 * the round, as soon as an honest update is refused or has another effect than at its writer, or a hostile one changes
 * what it may not, adds a root, parks, throws, or leaves something in the document that doesn't belong there.
 */
export function fuzzGate({seed, count}: FuzzOptions): FuzzReport {
  const report: FuzzReport = {honest: 0, hostile: 0, admittedHostile: 0, refusals: new Map()};
  for (let round = 0; report.hostile < count; round++) {
    try {
      new Round(seed * 100_003 + round, report).play();
    } catch (error) {
      throw new Error(`gate fuzz failed at seed ${seed}, round ${round}`, {cause: error});
    }
  }
  return report;
}

/** One plan with one person who may not do everything, a colleague who may, and an attacker with the person's rights. */
class Round {
  readonly #report: FuzzReport;
  readonly #dice: Dice;
  readonly #ids = new Ids();
  readonly #locked = new Set<string>();
  readonly #known = new Set<string>();
  readonly #server = openDoc(CLIENTS.server);
  readonly #everything: EditWorld;
  readonly #own: EditWorld;
  readonly #hostile: EditWorld;
  readonly #late: Uint8Array[] = [];

  constructor(seed: number, report: FuzzReport) {
    this.#report = report;
    this.#dice = new Dice(seed);
    const known = this.#known;
    const base = {dice: this.#dice, ids: this.#ids, splitsPairs: false};
    this.#everything = {...base, mayTouch: () => true, created: id => known.add(id)};
    this.#hostile = {...this.#everything, splitsPairs: true};
    this.#own = {...base, mayTouch: id => !this.#locked.has(id), created: id => known.add(id)};
    for (const root of ALL_ROOTS)
      for (let index = 0; index < 5; index++) edit(this.#everything, this.#server, root);
    for (const id of known) if (this.#dice.below(3) === 0) this.#locked.add(id);
  }

  play(): void {
    const person = openDoc(CLIENTS.person, this.#server);
    const colleague = openDoc(CLIENTS.colleague, this.#server);
    const sent = outbox(person);
    const fromColleague = outbox(colleague);
    const undo = new Y.UndoManager(
      WRITABLE.map(root => person.getXmlFragment(root)),
      {captureTimeout: 0, trackedOrigins: new Set(['own'])},
    );
    // What the server's own copy tidies up goes to everybody, the sender of the update that caused it included.
    this.#server.on('update', (update: Uint8Array) => {
      this.#late.push(update);
      Y.applyUpdate(colleague, update, 'remote');
    });
    for (let step = 0; step < 30; step++) {
      if (this.#dice.below(3) === 0)
        edit(this.#everything, colleague, this.#dice.pick(ALL_ROOTS) ?? READABLE);
      for (const update of fromColleague.splice(0)) Y.applyUpdate(this.#server, update, 'remote');
      if (this.#dice.below(4) === 0) this.#attack();
      else this.#personEdits(person, undo);
      for (const update of sent.splice(0)) this.#receive(update);
      if (this.#dice.below(3) === 0) this.#deliverLate(person);
    }
    while (this.#late.length + sent.length + fromColleague.length > 0) {
      this.#deliverLate(person);
      for (const update of sent.splice(0)) this.#receive(update);
      for (const update of fromColleague.splice(0)) Y.applyUpdate(this.#server, update, 'remote');
    }
    for (const copy of [person, colleague]) {
      if (contentOf(copy) !== contentOf(this.#server)) throw new Error('the copies differ');
    }
  }

  #personEdits(person: Y.Doc, undo: Y.UndoManager): void {
    const kind = this.#dice.below(8);
    if (kind === 0) undo.undo();
    else if (kind === 1) undo.redo();
    else person.transact(() => edit(this.#own, person, this.#dice.pick(WRITABLE) ?? 'section:B'), 'own');
  }

  #deliverLate(person: Y.Doc): void {
    for (const update of this.#late.splice(0)) Y.applyUpdate(person, update, 'remote');
  }

  /** An honest update must be let through, and do what it did at its writer. */
  #receive(update: Uint8Array): void {
    this.#report.honest++;
    const result = admit(this.#server, update, personPolicy(this.#locked, this.#known));
    if (!result.ok) throw new Error(`an honest update was refused: ${result.error.code}`);
    const admitted = result.value;
    if (this.#dice.below(10) === 0 && !hasSameEffect(this.#server, update, admitted)) {
      throw new Error('an honest update has another effect');
    }
    const before = protectedPart(this.#server, this.#locked);
    const problem = applyAndCheck(this.#server, admitted.bytes);
    if (problem !== null) throw new Error(`an honest update was refused after it was applied: ${problem}`);
    const fault = faultOf(this.#server, before, this.#locked);
    if (fault !== null) throw new Error(fault);
  }

  #attack(): void {
    const attacker = openDoc(CLIENTS.attacker, this.#server);
    const updates = outbox(attacker);
    attacker.transact(() => {
      for (let index = 0; index < 2; index++) {
        edit(this.#hostile, attacker, this.#dice.pick(ALL_ROOTS) ?? READABLE);
      }
    });
    for (const update of updates) {
      for (let attempt = 0; attempt < 12; attempt++) {
        this.#try(attempt === 0 ? update : this.#mutated(update));
      }
    }
    for (let attempt = 0; attempt < 12; attempt++) this.#try(forgery(this.#dice, this.#server));
  }

  #mutated(update: Uint8Array): Uint8Array {
    const bytes = update.slice();
    const changes = 1 + this.#dice.below(4);
    for (let index = 0; index < changes; index++)
      bytes[this.#dice.below(bytes.length)] = this.#dice.below(256);
    return bytes;
  }

  #try(bytes: Uint8Array): void {
    this.#report.hostile++;
    const result = admit(this.#server, bytes, personPolicy(this.#locked, this.#known));
    if (!result.ok) {
      const {refusals} = this.#report;
      refusals.set(result.error.code, (refusals.get(result.error.code) ?? 0) + 1);
      return;
    }
    this.#report.admittedHostile++;
    const copy = openDoc(CLIENTS.server, this.#server);
    const before = protectedPart(copy, this.#locked);
    const problem = applyAndCheck(copy, result.value.bytes);
    if (problem !== null && problem !== 'ORDER') throw new Error(`found only afterwards: ${problem}`);
    const fault = problem === null ? faultOf(copy, before, this.#locked) : null;
    if (fault !== null) throw new Error(fault);
  }
}

/** Applies what the gate wrote and looks at the result as the sync server does. */
function applyAndCheck(doc: Y.Doc, bytes: Uint8Array): string | null {
  const transactions: Y.Transaction[] = [];
  const collect = (transaction: Y.Transaction) => transactions.push(transaction);
  doc.on('afterTransaction', collect);
  Y.applyUpdate(doc, bytes, 'remote');
  doc.off('afterTransaction', collect);
  return checkAfter(doc, transactions)?.code ?? null;
}

/** The updates that a document's own changes make. */
function outbox(doc: Y.Doc): Uint8Array[] {
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'remote') updates.push(update);
  });
  return updates;
}
