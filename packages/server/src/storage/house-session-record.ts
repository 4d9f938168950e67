import type {
  BeforeWriting,
  CompartmentId,
  Explained,
  HouseSessionId,
  ItemId,
  ParticipantId,
  PlanId,
  PresentationId,
  ReadBackAnswer,
  RootName,
  SessionEnd,
  SessionId,
} from '@goldthread/schema';

/** What is written down about a session with the child (domain 5.2), at its start or as it goes on. */
export interface HouseSessionWords extends BeforeWriting {
  /** What was explained to the child; `limitsTold` has the words. */
  readonly explained: readonly Explained[];
  /** What was asked or shown. */
  readonly prompts: readonly string[];
  /** Which house the child chose first. */
  readonly firstHouse: RootName | '';
  /** Which houses the child chose to leave empty. */
  readonly leftOut: readonly RootName[];
  /** What else the child chose: names for the houses, how to do it. */
  readonly chosen: string;
  /** Whether the child said that it is right. */
  readonly readBackAnswer: ReadBackAnswer | '';
  /** How it was read back, and what the child changed. */
  readonly readBack: string;
  readonly endedAs: SessionEnd | '';
  /** How it ended. */
  readonly endedBy: string;
  /** Who is to be there when it is presented back, when, and where the child is then. */
  readonly presentPlan: string;
  /** To whom it was presented back, when, and what they said. */
  readonly presented: string;
  /** What was done because of it, as the child was told. */
  readonly feedback: string;
}

/** Something that was written in a session, where the session left it, and what the child said of who may see it. */
export interface HouseSessionItem {
  readonly id: ItemId;
  /** The child wants to show it. */
  readonly isShownByChild: boolean;
  /** The child was asked who may see it. */
  readonly isAsked: boolean;
}

/** Once that what the child said was shown to people. */
export interface Presentation {
  readonly id: PresentationId;
  readonly at: number;
  readonly by: ParticipantId;
  readonly present: readonly ParticipantId[];
  /** Somebody was there who isn't on the plan. */
  readonly others: boolean;
  readonly reaction: string;
}

/**
 * One session in which somebody listens to the child and may write for the child, until what was written has been read back. Sealed
 * for whoever held it and the lead of the plan.
 */
export interface HouseSessionRecord extends HouseSessionWords {
  readonly id: HouseSessionId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  /** Whose words they are. */
  readonly speaker: ParticipantId;
  /** Who asks, and writes for the child. */
  readonly scribe: ParticipantId;
  readonly sessionId: SessionId;
  /** When somebody began to prepare it. */
  readonly madeAt: number;
  /** From then on somebody may write; null while it is prepared. */
  readonly beganAt: number | null;
  /** From then on only the child writes. */
  readonly readBackAt: number | null;
  readonly endedAt: number | null;
  readonly items: readonly HouseSessionItem[];
  readonly presentations: readonly Presentation[];
  /** What whoever holds it has begun to write, by the name of the box; nobody else's. */
  readonly drafts: Readonly<Record<string, string>>;
}

/** A session of which nothing is known yet, and what one has that was stored before there was more to know. */
export const NEW_HOUSE_SESSION = {
  ...{parentAnswer: '', parentTold: '', manager: '', place: '', present: [], explained: [], limitsTold: ''},
  ...{prompts: [], firstHouse: '', leftOut: [], chosen: '', readBackAnswer: '', readBack: ''},
  ...{endedAs: '', endedBy: '', presentPlan: '', presented: '', feedback: ''},
  ...{madeAt: 0, beganAt: null, readBackAt: null, endedAt: null, items: [], presentations: [], drafts: {}},
} as const satisfies Partial<HouseSessionRecord>;

/** After so long a session is over, whether or not anybody said so. */
export const HOUSE_SESSION_MS = 12 * 3_600_000;

/** When a session ends by itself; null before it has begun. */
export function endOf({beganAt}: HouseSessionRecord): number | null {
  return beganAt === null ? null : beganAt + HOUSE_SESSION_MS;
}

/** Whether the session is going on: the child says what they say, and who may see it. */
export function isGoingOn(session: HouseSessionRecord, now: number): boolean {
  const end = endOf(session);
  return end !== null && session.endedAt === null && now < end;
}

/** Whether somebody may still write for the child in it. */
export function isWriting(session: HouseSessionRecord, now: number): boolean {
  return session.readBackAt === null && isGoingOn(session, now);
}
