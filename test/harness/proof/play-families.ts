import type {NewPlan} from '../../../packages/server/src/storage/index.ts';
import {flush, passTime} from './cast.ts';
import {Family, type Secrets} from './family-run.ts';
import type {FamilyShape} from './families/index.ts';
import {wrapStorage} from './hidden-person.ts';
import type {RawRequest} from './raw-http.ts';
import {Stage, type Mutant} from './stage.ts';
import type {Habit, WithheldWork} from './withheld-work.ts';

/** What every excluded person got in one run. */
export interface Run {
  /** By row and person: every answer, then every message of every socket. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
  readonly walked: readonly RawRequest[];
  /** Every frame that excluded people sent, and that they got. */
  readonly told: readonly Uint8Array[];
  readonly received: readonly Uint8Array[];
  /** To be given to a run without anything to hide, so that the same is guessed in it. */
  readonly secrets: Secrets;
}

/** What is wrong with the server or the clients of those who know more. */
export interface Flaw {
  readonly mutant?: Mutant;
  readonly habit?: Habit;
  /** Nobody tries every door and guesses at it, which takes longer than all else. */
  readonly isShort?: boolean;
}

const DAY = 86_400_000;

/**
 * Plays the script for families that share a server. Each step is over, and all that it made the server send has arrived, before
 * the next begins.
 */
export async function playFamilies(
  shapes: readonly FamilyShape[],
  isKept: boolean,
  secrets: Secrets = new Map(),
  {mutant = {}, habit, isShort = false}: Flaw = {},
): Promise<Run> {
  let change: ((plan: NewPlan) => NewPlan) | null = null;
  const stage = await Stage.start({
    mutant,
    storage: storage =>
      wrapStorage(storage, {
        createPlan(plan) {
          const made = change?.(plan) ?? plan;
          change = null;
          return storage.createPlan(made);
        },
      }),
  });
  const families = shapes.map(shape => new Family(stage, shape, isKept, secrets, habit));
  try {
    for (const family of families) {
      await family.gather(next => {
        change = next;
      });
    }
    await new Play(stage, families).run(isShort);
    return resultOf(families, secrets);
  } finally {
    await stage.stop();
  }
}

class Play {
  readonly #stage: Stage;
  readonly #families: readonly Family[];

  constructor(stage: Stage, families: readonly Family[]) {
    this.#stage = stage;
    this.#families = families;
  }

  async run(isShort: boolean): Promise<void> {
    await this.#unseen(work => work.begin());
    await this.#each(family => family.writeTogether(1));
    await this.#unseen(work => work.goOn());
    // Before anybody excluded has something of their own, of which they would be told that it was read.
    await this.#unseen(work => work.breakGlass());
    await this.#sessions(one => one.withhold());
    await this.#sessions(one => one.err());
    await this.#unseen(work => work.decideMore());
    await this.#each(family => family.writeTogether(2));
    await this.#sessions(one => one.poll());
    await this.#each(family => family.serveDraft());
    await this.#pass(1500);
    await this.#unseen(work => work.comeBack());
    await this.#pass(1500);
    await this.#sessions(one => one.poll());
    await this.#sessions(one => one.reconnect());
    await this.#unseen(work => work.purge());
    await this.#each(family => family.purgeOpenly());
    await this.#unseen(work => work.keepContact());
    await this.#unseen(work => work.read());
    await this.#sessions(one => one.poll());
    await this.#each(family => family.leaveAll());
    await this.#pass(3000);
    await this.#unseen(work => work.comeBack());
    await this.#pass(3000);
    await this.#unseen(async work => {
      await Promise.resolve();
      work.leave();
    });
    await this.#pass(6000);
    this.#stage.clock.skip(3 * DAY);
    await this.#pass(500);
    await this.#each(family => family.comeBack());
    await this.#unseen(work => work.comeBack());
    await this.#each(family => family.writeTogether(3));
    await this.#unseen(work => work.read());
    if (!isShort) await this.#guess();
    await this.#sessions(one => one.poll());
    await this.#sessions(one => one.signOut());
  }

  async #guess(): Promise<void> {
    await this.#each(async family => {
      for (const one of family.excluded) await one.walkDoors(family.secretsAt(`walk ${one.person.key}`));
    });
    await this.#each(async family => {
      for (const one of family.excluded)
        await one.guessInDocument(family.secretsAt(`guess ${one.person.key}`));
    });
  }

  async #each(act: (family: Family) => Promise<unknown>): Promise<void> {
    for (const family of this.#families) {
      await act(family);
      await flush([...family.people.values()]);
    }
  }

  async #unseen(act: (work: WithheldWork) => Promise<unknown>): Promise<void> {
    await this.#each(family => family.unseen(act));
  }

  async #sessions(act: (one: Family['excluded'][number]) => Promise<unknown>): Promise<void> {
    await this.#each(async family => {
      for (const one of family.excluded) await act(one);
    });
  }

  async #pass(ms: number): Promise<void> {
    await passTime(
      this.#stage,
      this.#families.flatMap(({people}) => [...people.values()]),
      ms,
    );
  }
}

function resultOf(families: readonly Family[], secrets: Secrets): Run {
  const sessions = families.flatMap(({excluded, cast}) => excluded.map(one => ({one, row: cast.name})));
  const sockets = sessions.flatMap(({one}) => one.person.sockets);
  return {
    lines: new Map(sessions.map(({one, row}) => [`${row}, ${one.person.key}`, one.person.lines ?? []])),
    walked: sessions.flatMap(({one}) => one.walked),
    told: sockets.flatMap(({told}) => told),
    received: sockets.flatMap(({received}) => received),
    secrets,
  };
}
