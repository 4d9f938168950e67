import {PLAN_TYPES, type CompartmentFacts, type PlanId, type SessionId} from '@goldthread/schema';
import type {Clock} from '../ports/index.ts';
import {
  endOf,
  compartmentFactsOf,
  emergenciesOf,
  isWriting,
  withProposals,
  type Emergency,
  type HouseSessionRecord,
  type ParticipantRecord,
  type PlanStorage,
  type SessionReach,
  type SessionRecord,
} from '../storage/index.ts';
import type {PlanAccess, SyncDirectory, TicketHolder} from './sync-directory.ts';

/** How the directory reads what only sign-in knows. */
export interface SignInRules {
  /** The hash under which a ticket's token is stored. */
  hash(token: string): string;
  /** Whether a session hasn't ended or run out. */
  isLive(session: SessionRecord): boolean;
  /** Notes that a session is in use. */
  touch(session: SessionRecord): Promise<void>;
}

/** {@link SyncDirectory} over the stored records. Keeps nothing, so that its answers are never out of date. */
export class StorageDirectory implements SyncDirectory {
  readonly #storage: PlanStorage;
  readonly #clock: Clock;
  readonly #signIn: SignInRules;

  constructor(storage: PlanStorage, clock: Clock, signIn: SignInRules) {
    this.#storage = storage;
    this.#clock = clock;
    this.#signIn = signIn;
  }

  async resolveTicket(ticket: string): Promise<TicketHolder | null> {
    return this.#storage.ticket(this.#signIn.hash(ticket));
  }

  async session(sessionId: SessionId): Promise<SessionReach | null> {
    const session = await this.#storage.sessionById(sessionId);
    if (session === null || !this.#signIn.isLive(session)) return null;
    await this.#signIn.touch(session);
    return session;
  }

  async accessFacts(planId: PlanId): Promise<PlanAccess | null> {
    const plan = await this.#storage.plan(planId);
    const planType = plan === null ? undefined : PLAN_TYPES[plan.planType];
    if (plan === null || planType === undefined) return null;
    const people = await this.#storage.participants(planId);
    const now = this.#clock.now();
    const compartments = await this.#storage.compartments(planId);
    const proposals = await this.#storage.proposals.of(planId);
    const sessions = await this.#storage.houses.sessions.of(planId);
    const voiceSession = sessions.find(one => isWriting(one, now)) ?? null;
    const emergencies = await emergenciesOf(this.#storage, planId, now);
    return {
      planType,
      stage: plan.stage,
      participants: people.filter(person => person.accessEndsAt === null || now < person.accessEndsAt),
      compartments: compartments.map(compartment =>
        withProposals(withScribe(compartmentFactsOf(plan, compartment), voiceSession), proposals),
      ),
      voiceSession,
      emergencies,
      validUntil: firstEnd(people, emergencies, voiceSession, now),
    };
  }
}

/**
 * Who writes for the child does so in documents for some people, whom the child receives them with: what is written for everybody is
 * read before the child has chosen.
 */
function withScribe(facts: CompartmentFacts, session: HouseSessionRecord | null): CompartmentFacts {
  const isTheirs = session !== null && facts.audience?.includes(session.speaker) === true;
  return isTheirs ? {...facts, scribes: [session.scribe]} : facts;
}

function firstEnd(
  people: readonly ParticipantRecord[],
  emergencies: readonly Emergency[],
  session: HouseSessionRecord | null,
  now: number,
): number | null {
  const ends = people.flatMap(({accessEndsAt}) =>
    accessEndsAt !== null && accessEndsAt > now ? [accessEndsAt] : [],
  );
  ends.push(...emergencies.map(({until}) => until));
  const end = session === null ? null : endOf(session);
  if (end !== null) ends.push(end);
  return ends.length === 0 ? null : Math.min(...ends);
}
