import {newId, type ParticipantId} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import type {NewPlan, ParticipantRecord} from '../../../packages/server/src/storage/index.ts';
import {ADMIN} from '../../../packages/server/src/testing/index.ts';
import {prove} from '../emergency-stage.ts';
import {Cast, type Person} from './cast.ts';
import {ExcludedSession, type Around} from './excluded-session.ts';
import {
  excludedFrom,
  markedIn,
  planOf,
  purgersOf,
  ROLE_OF,
  words,
  type FamilyShape,
  type Someone,
} from './families/index.ts';
import {KEPT_ADDRESS} from './keep-contact.ts';
import {bodyOf} from './raw-http.ts';
import type {Stage} from './stage.ts';
import {WithheldWork, type Habit} from './withheld-work.ts';

const MUST_ACT: readonly Someone[] = ['socialWorker', 'newSocialWorker', 'manager', 'chair'];

/** What was to be guessed at each walk, by whose session: known only once it was played with something to hide. */
export type Secrets = Map<string, ReadonlyMap<string, string>>;

/** One family on a stage, with or without what is kept from those who are excluded. */
export class Family {
  readonly shape: FamilyShape;
  readonly cast: Cast;
  readonly people = new Map<Someone, Person>();
  readonly excluded: ExcludedSession[] = [];
  readonly isKept: boolean;
  readonly #secrets: Secrets;
  readonly #habit: Habit | undefined;
  #work: WithheldWork | null = null;

  constructor(stage: Stage, shape: FamilyShape, isKept: boolean, secrets: Secrets, habit?: Habit) {
    this.#habit = habit;
    this.shape = shape;
    this.isKept = isKept;
    this.cast = new Cast(stage, `row ${shape.row}`);
    this.#secrets = secrets;
  }

  /** Imports the plan and signs everybody in; those who are excluded open it before anything is kept from them. */
  async gather(bring: (change: (plan: NewPlan) => NewPlan) => void): Promise<void> {
    const {shape, cast} = this;
    const excluded = excludedFrom(shape);
    if (shape.hidden !== undefined) {
      const {hidden} = shape;
      const id = newId<ParticipantId>(seededRandom(shape.row));
      cast.knows(hidden, id);
      if (this.isKept) bring(plan => withHidden(plan, id, hidden, excluded));
    }
    await cast.importPlan(planOf(shape));
    for (const who of shape.people) {
      if (who === shape.hidden && !this.isKept) continue;
      const isOut = excluded.includes(who);
      const sign = () => cast.signIn(who, isOut, true);
      const person = who === shape.hidden ? await cast.aside(sign) : await sign();
      this.people.set(who, person);
      if (!isOut) continue;
      this.excluded.push(new ExcludedSession(cast, person, aroundOf(cast, shape, who)));
    }
    const breaker = shape.breaksGlass === undefined ? undefined : this.people.get(shape.breaksGlass);
    // In both runs: who was asked who they are is no secret.
    if (breaker !== undefined) await prove(cast, breaker, 'manager');
    const work = new WithheldWork(cast, shape, this.people, this.#habit);
    this.#work = work;
    await this.#openAll();
    await this.mark({});
    for (const one of this.excluded) await one.poll();
  }

  /**
   * Where a line says to somebody that something of a section is private, one thing of it is private in both runs: a second
   * changes nothing.
   */
  async mark(more: object): Promise<void> {
    if (markedIn(this.shape).length === 0) return;
    for (const kept of this.shape.kept) await this.#work?.propose(kept, 'the first of it', more);
  }

  /** Lets those who may do something with what is kept, if anything is, and nobody else hear of it. */
  async unseen(act: (work: WithheldWork) => Promise<unknown>): Promise<void> {
    const work = this.#work;
    if (this.isKept && work !== null) await this.cast.aside(() => act(work));
  }

  /** Everybody writes in the open plan, each after the other. */
  async writeTogether(round: number): Promise<void> {
    const writer = this.people.get(this.shape.kept[0]?.by ?? 'socialWorker');
    const client = writer?.sockets.find(one => one.isOpen);
    if (writer !== undefined && client !== undefined) {
      await this.cast.write(
        writer,
        client,
        'section:E',
        'outcome',
        `round ${round} of the ${words(this.shape.kept[0]?.by ?? 'manager')}`,
      );
      this.cast.cursor(client, 'section:E');
    }
    // Once they write what others keep out of the plan, of which they can't know.
    for (const one of this.excluded)
      await one.write(round === 3 ? KEPT_ADDRESS : `round ${round} of the ${one.person.key}`);
  }

  /** Words that everybody reads are purged: everybody is sent away and comes back. */
  async purgeOpenly(): Promise<void> {
    const {shape, cast} = this;
    const [purger] = purgersOf(
      shape,
      shape.people.filter(who => who !== shape.hidden),
    );
    const person = purger === undefined ? undefined : this.people.get(purger);
    const shared = person?.documents.find(({kind}) => kind === 'shared');
    if (person === undefined || shared === undefined) throw new Error(`Nobody purges in row ${shape.row}.`);
    const body = {compartmentId: shared.id, text: 'pictures together'};
    const answer = await cast.tell(person, 'POST', './purges', body);
    if (bodyOf<{places: number}>(answer).places !== 1) throw new Error(answer);
    await this.#openAll();
  }

  /** The draft is served, and taken back: what everybody may write changes, and they are told. */
  async serveDraft(): Promise<void> {
    const {stage, planId} = this.cast;
    const path = `/api/plans/${planId}`;
    for (const next of ['draftServed', 'assessment'])
      await stage.ask({method: 'PATCH', path, headers: ADMIN, body: {stage: next}});
  }

  async leaveAll(): Promise<void> {
    for (const person of this.people.values()) await this.cast.cut(person);
  }

  async comeBack(): Promise<void> {
    await this.#openAll();
  }

  /** What there is to guess now; in a run with nothing to hide, what there was in the other. */
  secretsAt(step: string): ReadonlyMap<string, string> {
    const key = `${this.cast.name} ${step}`;
    if (this.isKept) this.#secrets.set(key, new Map(this.#work?.secret));
    return this.#secrets.get(key) ?? new Map<string, string>();
  }

  async #openAll(): Promise<void> {
    for (const one of this.excluded) await one.open();
    for (const [who, person] of this.people) {
      if (excludedFrom(this.shape).includes(who)) continue;
      const open = () => this.cast.open(person, 'shared');
      if (who === this.shape.hidden) await this.cast.aside(open);
      else await open();
    }
  }
}

/** Whom an excluded person can name: a reader of what is kept, and whoever else need not act to protect the child. */
function aroundOf(cast: Cast, shape: FamilyShape, self: Someone): Around {
  const others = shape.people.filter(who => who !== self && who !== shape.hidden);
  const reader = shape.kept[0]?.by ?? self;
  const other = others.find(who => !MUST_ACT.includes(who)) ?? reader;
  return {colleague: cast.id(reader), other: cast.id(other)};
}

/** A plan on which there is also somebody whom the excluded may not know of. */
function withHidden(plan: NewPlan, id: ParticipantId, who: Someone, from: readonly Someone[]): NewPlan {
  const hidden: ParticipantRecord = {
    id,
    planId: plan.plan.id,
    key: who,
    name: `The ${words(who)}`,
    relationship: words(who),
    role: ROLE_OF[who],
    lead: false,
    hiddenFrom: plan.participants.filter(({key}) => from.some(one => one === key)).map(one => one.id),
    accessEndsAt: null,
  };
  const [first, ...others] = plan.participants;
  return {...plan, participants: first === undefined ? [hidden] : [first, hidden, ...others]};
}
