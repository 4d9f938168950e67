import type {ItemId, ParticipantId, PlanId, Role, RootName, SafetyLevel, Stage} from '@goldthread/schema';

/** One person on the plan as this reader may know them. */
export interface PersonOnPlan {
  readonly id: ParticipantId;
  readonly name: string;
  readonly relationship: string;
  readonly role: Role;
  readonly agency?: string;
  readonly lead: boolean;
  readonly isMe: boolean;
}

/** What the page knows about the plan besides its documents. */
export interface PlanFacts {
  readonly planId: PlanId;
  readonly me: PersonOnPlan;
  readonly people: readonly PersonOnPlan[];
  /** The name that the child is called by. */
  readonly childName: string;
  /** What the child calls the houses, by root, as the server said it. */
  readonly houses?: Readonly<Record<string, string>>;
  readonly stage: Stage;
  readonly planType: string;
  /** Where the plan is on the continuum of help; null where nothing is said of it. */
  readonly safety: SafetyLevel | null;
  /** Items that this person may write only because they are their own, as the server last said. */
  readonly ownItems: readonly ItemId[];
}

/** Somebody who has the plan open now. */
export interface PresentPerson {
  readonly id: ParticipantId;
  readonly name: string;
  readonly relationship: string;
  readonly isMe: boolean;
  /** The section their caret was last in, if any. */
  readonly root: RootName | null;
  /** 1 to 3: which of the cursor styles stands for this person. */
  readonly hand: 1 | 2 | 3;
}
