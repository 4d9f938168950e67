import {
  EHCP,
  PLAN_TYPES,
  isProfessional,
  type ParticipantId,
  type PlanId,
  type PlanType,
} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import type {
  ChoiceRecord,
  CompartmentRecord,
  ItemRecord,
  ParticipantRecord,
  PlanRecord,
} from '../storage/index.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** Everything recorded about a plan on which a decision to withhold depends. */
export interface PlanFacts {
  readonly plan: PlanRecord;
  readonly planType: PlanType;
  /** The people who have access now. */
  readonly people: readonly ParticipantRecord[];
  /** Everybody who ever was on the plan. */
  readonly everyone: readonly ParticipantRecord[];
  readonly compartments: readonly CompartmentRecord[];
  readonly items: readonly ItemRecord[];
  /** What children chose about items, and what was decided against it. */
  readonly choices: readonly ChoiceRecord[];
}

/** Reads the facts of a plan as they are now. */
export async function planFacts(
  {storage, clock}: Pick<WithholdingPorts, 'storage' | 'clock'>,
  id: PlanId,
): Promise<PlanFacts> {
  const plan = await storage.plan(id);
  if (plan === null) throw new RequestProblem('NOT_FOUND');
  const now = clock.now();
  const everyone = await storage.participants(id);
  return {
    plan,
    planType: PLAN_TYPES[plan.planType] ?? EHCP,
    people: everyone.filter(({accessEndsAt}) => accessEndsAt === null || now < accessEndsAt),
    everyone,
    compartments: await storage.compartments(id),
    items: await storage.items(id),
    choices: await storage.houses.choices.of(id),
  };
}

/** The people of whom somebody may know. */
export function peopleKnownTo(facts: PlanFacts, reader: ParticipantId): readonly ParticipantRecord[] {
  return facts.people.filter(person => person.id === reader || !person.hiddenFrom.includes(reader));
}

/** Whether a compartment is for somebody, as far as audiences go. */
export function isReader(compartment: CompartmentRecord, id: ParticipantId): boolean {
  return compartment.audience === null || compartment.audience.includes(id);
}

/**
 * Whether somebody may know that a person is withheld: a professional, or the person, unless the person is hidden from them. Why
 * somebody has to be hidden is nothing for the family, and least for the child.
 */
export function mayKnowOfHiding(
  facts: Pick<PlanFacts, 'everyone'>,
  personId: ParticipantId,
  hiddenFrom: readonly ParticipantId[],
  reader: ParticipantId,
): boolean {
  const [person, me] = [personId, reader].map(id => facts.everyone.find(one => one.id === id));
  if (person === undefined || me === undefined) return false;
  const isHidden = [...person.hiddenFrom, ...hiddenFrom].includes(reader);
  return !isHidden && (reader === personId || isProfessional(me.role));
}
