import {encodeQueryAwareness} from '@goldthread/schema/wire';
import {prove, WHY} from '../emergency-stage.ts';
import {waitFor} from '../wait-for.ts';
import {Cast, flush, passTime, type Person} from './cast.ts';
import {bringingHer, HIDDEN_ID, planWithoutHer} from './hidden-person.ts';
import {bodyOf} from './raw-http.ts';
import {Stage, type Mutant} from './stage.ts';
import {walkDoors} from './walk-doors.ts';

/** Ids that were to be guessed, under the names that they had in answers to others. */
export type Secrets = Map<string, string>;

/** How one run differs from another. */
export interface EmergencyRun {
  /** Whether something is kept from the doctor by name, and somebody hidden from her reads something. */
  readonly isKept: boolean;
  /** Who breaks the glass, if anybody does. */
  readonly breaker: 'oluchi' | 'priya' | null;
  /** Whose side is noted. */
  readonly noted: readonly string[];
  /** Filled by a run in which there is something to guess, read by the others. */
  readonly secrets: Secrets;
  readonly mutant?: Mutant;
}

/** Plays an evening on which somebody may break the glass, and gives every byte that some people get. */
export async function playEmergency(run: EmergencyRun): Promise<readonly string[]> {
  const stage = await Stage.start({
    ...(run.mutant && {mutant: run.mutant}),
    ...(run.isKept && {storage: storage => bringingHer(storage, HIDDEN_ID, 'oluchi')}),
  });
  try {
    return await new Evening(stage, run).play();
  } finally {
    await stage.stop();
  }
}

const POLLED = [
  '.',
  './people',
  './compartments',
  './withholdings',
  './break-glass',
  './audit',
  './export?format=json',
  './records',
  './my-items',
  '/api/session',
];

class Evening {
  readonly #stage: Stage;
  readonly #cast: Cast;
  readonly #run: EmergencyRun;

  constructor(stage: Stage, run: EmergencyRun) {
    this.#stage = stage;
    this.#cast = new Cast(stage, 'plan');
    this.#run = run;
  }

  async play(): Promise<readonly string[]> {
    const cast = this.#cast;
    const {noted, breaker, isKept} = this.#run;
    await cast.importPlan(withDuty(planWithoutHer()));
    cast.knows('delphine', HIDDEN_ID);
    const people: Person[] = [];
    for (const key of noted) people.push(await this.#signIn(key, true));
    // Whoever acts unseen is there in every run: that they sign in and read the plan is no secret.
    const others = {
      bronagh: await this.#signIn('bronagh'),
      priya: await this.#signIn('priya'),
      anita: await this.#signIn('anita'),
    };
    for (const other of Object.values(others)) await cast.open(other);
    if (isKept) await cast.aside(() => this.#keep(others.bronagh));
    for (const person of people) await cast.open(person);
    const own = people.find(({key}) => key === breaker);
    if (own !== undefined) await this.#break(own, others.anita);
    else if (breaker !== null) await cast.aside(() => this.#breakUnseen(others.priya, others.anita));
    await this.#unseen(people, others.bronagh);
    await this.#poll(people);
    // A second more than the hour, by which whatever opened has closed again.
    this.#stage.clock.skip(60 * 60_000);
    await passTime(this.#stage, people, 1000);
    await this.#unseen(people, others.bronagh);
    await this.#poll(people);
    for (const person of people) await this.#signOut(person);
    return people.flatMap(({lines}) => lines ?? []);
  }

  async #signIn(key: string, isNoted = false): Promise<Person> {
    const person = await this.#cast.signIn(key, isNoted, true);
    await prove(this.#cast, person, key === 'anita' ? 'bronagh' : 'anita');
    return person;
  }

  /** Breaks the glass, has it judged by somebody who is told of it, and comes back to everything that there is. */
  async #break(person: Person, anita: Person): Promise<void> {
    const {id} = bodyOf<{id: string}>(await this.#cast.tell(person, 'POST', './break-glass', WHY));
    await flush([person]);
    await this.#poll([person]);
    await this.#cast.open(person);
    await this.#judge(anita, id);
    await flush([person]);
  }

  async #breakUnseen(priya: Person, anita: Person): Promise<void> {
    const {id} = bodyOf<{id: string}>(await this.#cast.tell(priya, 'POST', './break-glass', WHY));
    this.#run.secrets.set('id', id);
    await this.#cast.open(priya, 'withheld');
    for (const client of priya.sockets) {
      client.send(encodeQueryAwareness());
    }
    await flush([priya]);
    await this.#judge(anita, id);
  }

  async #judge(anita: Person, id: string): Promise<void> {
    const judged = {outcome: 'action', words: 'I ask her tomorrow.'};
    const answer = await this.#cast.tell(anita, 'POST', `./break-glass/${id}/review`, judged);
    if (!answer.startsWith('HTTP/1.1 200')) throw new Error(answer);
  }

  /** Keeps something from the doctor by name, and something among whose readers is somebody of whom she must not know. */
  async #keep(bronagh: Person): Promise<void> {
    const readers = ['temi', 'bronagh', 'anita'];
    for (const [hidden, audience] of [
      ['oluchi', readers],
      ['callum', [...readers, 'delphine']],
    ] as const) {
      const answer = await this.#cast.tell(bronagh, 'POST', './withholdings', {
        draft: {root: 'sos:worries', type: 'note', text: 'What the neighbour said.'},
        hiddenFrom: [this.#cast.id(hidden)],
        audience: audience.map(key => this.#cast.id(key)),
        reasonCode: 'risk_harm',
        legalGround: 'Working Together 2026',
      });
      if (!answer.startsWith('HTTP/1.1 201')) throw new Error(answer);
      const made = bodyOf<{withholdingId: string; compartmentId: string; itemIds: string[]}>(answer);
      this.#run.secrets.set('compartmentId', made.compartmentId);
      this.#run.secrets.set(`${hidden} itemId`, made.itemIds[0] ?? '');
    }
    await this.#cast.open(bronagh, 'withheld');
  }

  /** Others write in what is kept, and everybody hears whatever comes of it. */
  async #unseen(people: readonly Person[], bronagh: Person): Promise<void> {
    const sealed = this.#run.isKept ? bronagh.sockets.slice(-2) : [];
    for (const client of sealed)
      await this.#cast.aside(() => this.#cast.write(bronagh, client, 'items', 'note', 'unseen'));
    await flush(people);
  }

  async #poll(people: readonly Person[]): Promise<void> {
    for (const person of people) {
      for (const what of POLLED) await this.#cast.tell(person, 'GET', what);
      await walkDoors(this.#cast, person, {
        colleague: this.#cast.id('bronagh'),
        other: this.#cast.id('temi'),
        item: this.#cast.item('B1'),
        secret: this.#run.secrets,
      });
    }
  }

  async #signOut(person: Person): Promise<void> {
    await this.#cast.tell(person, 'DELETE', '/api/session');
    await waitFor('all shut', () => person.sockets.every(one => one.closeCode !== null));
    this.#cast.noteSockets(person);
  }
}

/** The plan with a doctor and a safeguarding lead on it, whose work lets them break the glass. */
function withDuty(plan: Record<string, unknown>): Record<string, unknown> {
  // The file is our own, so what stands in it is known.
  const people = plan['participants'] as object[];
  const duty = [
    {key: 'oluchi', name: 'Dr Oluchi Brandt', relationship: 'community paediatrician', role: 'health'},
    {key: 'priya', name: 'Priya Mistry-Lowe', relationship: 'safeguarding lead', role: 'safeguardingLead'},
  ];
  return {...plan, participants: [...people, ...duty]};
}
