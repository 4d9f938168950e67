import type {ItemFacts} from '../access/facts.ts';
import type {Day} from '../base/day.ts';
import type {ItemId, ParticipantId} from '../base/ids.ts';
import type {Participant} from '../plan/participant.ts';
import type {RootName} from '../plan/root.ts';
import type {WithholdingClass, WithholdingReason} from '../plan/withholding-reason.ts';

/** A person from whom something is withheld, and how much they may know. */
export interface HiddenPerson {
  readonly id: ParticipantId;
  readonly class: WithholdingClass;
}

/** What the rules need to know about one withheld item. */
export interface WithheldFacts extends Pick<ItemFacts, 'id' | 'owner' | 'verbatim'> {
  /** The readers of this item, where they differ from those of the decision. */
  readonly audience?: readonly ParticipantId[];
}

/** An open item that rests on what is withheld, and the root in which it stands. */
export interface ShapedFacts {
  readonly id: ItemId;
  readonly root: RootName;
}

/**
 * A withholding: the decision that named people don't receive some items, or don't learn that a person is on the plan.
 * It holds from the moment it is proposed and never ends by itself.
 */
export interface WithholdingDecision {
  readonly items: readonly WithheldFacts[];
  /** The participant who is withheld, where the decision is about a person. */
  readonly personId: ParticipantId | null;
  readonly hiddenFrom: readonly HiddenPerson[];
  /** Exactly the people who read it. */
  readonly audience: readonly ParticipantId[];
  readonly reasonCode: WithholdingReason;
  readonly legalGround: string;
  /** Words that everybody may read beside the open items that it shapes. */
  readonly openReason?: string;
  readonly shapes: readonly ShapedFacts[];
  /** Somebody may come to harm now, so the school's safeguarding lead must act too. */
  readonly imminent: boolean;
  readonly proposedBy: ParticipantId;
  readonly proposedOn: Day;
  readonly approvedBy: ParticipantId | null;
  readonly reviewOn: Day;
  /** Who asked that it be opened, until a second person does it or says no. */
  readonly releaseAskedBy: ParticipantId | null;
}

/** What the rules need to know about a person. */
export type Decider = Pick<Participant, 'id' | 'role' | 'lead' | 'hiddenFrom'>;

/** The stricter class of a decision: sealed as soon as it is sealed from anybody. */
export function classOf(decision: Pick<WithholdingDecision, 'hiddenFrom'>): WithholdingClass {
  return decision.hiddenFrom.some(person => person.class === 'sealed') ? 'sealed' : 'marked';
}

/** The readers of one item of a decision. */
export function audienceOf(
  decision: Pick<WithholdingDecision, 'audience'>,
  item: WithheldFacts,
): readonly ParticipantId[] {
  return item.audience ?? decision.audience;
}

/** Whether an item holds a child's own words: it is the child's, or what a child said word for word. */
export function isChildsWords(item: WithheldFacts, people: readonly Decider[]): boolean {
  return item.verbatim || (item.owner !== null && roleOf(item.owner, people) === 'child');
}

/**
 * Whose own choice a decision is: a child who keeps own words to themselves, or a parent who keeps their own
 * circumstances from others. Null where it is a professional's decision, also when the proposer has left the plan.
 */
export function choiceOf(
  decision: Pick<WithholdingDecision, 'items' | 'personId' | 'reasonCode' | 'proposedBy'>,
  people: readonly Decider[],
): 'child' | 'parent' | null {
  const role = roleOf(decision.proposedBy, people);
  if (role !== 'child' && role !== 'parent' && role !== 'carer') return null;
  const isOwn = decision.items.every(item => item.owner === decision.proposedBy);
  if (decision.items.length === 0 || decision.personId !== null || !isOwn) return null;
  if (role === 'child') return decision.reasonCode === 'child_confidence' ? 'child' : null;
  return decision.reasonCode === 'third_party' || decision.reasonCode === 'health_opinion' ? 'parent' : null;
}

function roleOf(id: ParticipantId, people: readonly Decider[]): Decider['role'] | undefined {
  return people.find(person => person.id === id)?.role;
}
