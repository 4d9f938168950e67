import {safetyLevel, type Reader} from '@goldthread/schema';
import type {ParticipantRecord, PlanRecord} from '../storage/index.ts';
import {dayOf} from '../withholding/index.ts';
import type {HttpPorts} from './http-ports.ts';
import {houseNames} from './house-choice.ts';
import {readFacts} from './plan-facts.ts';
import {visiblePeople} from './visible-people.ts';

/** Somebody on a plan, as a reader may know them. */
export interface PersonForReader extends Pick<
  ParticipantRecord,
  'id' | 'name' | 'relationship' | 'role' | 'agency' | 'lead'
> {
  readonly isMe: boolean;
}

/** Who is on a plan and what everybody knows of it, as far as one reader may. */
export async function peopleFor(ports: HttpPorts, plan: PlanRecord, reader: Reader) {
  const me = reader.participant.id;
  const everyone = await ports.storage.participants(plan.id);
  const people = visiblePeople(everyone, reader)
    .filter(one => ports.sessions.hasAccess(one))
    .map((one): PersonForReader => ({
      id: one.id,
      name: one.name,
      relationship: one.relationship,
      role: one.role,
      ...(one.agency === undefined ? {} : {agency: one.agency}),
      lead: one.lead,
      isMe: one.id === me,
    }));
  const {child, records} = readFacts(plan);
  // Of what is open to everybody alone, so that everybody gets the same answer.
  const safety = safetyLevel(records.statuses, dayOf(ports.clock.now()));
  const houses = houseNames(plan);
  const named = {calledName: child.calledName, ...(Object.keys(houses).length > 0 && {houses})};
  return {people, child: named, stage: plan.stage, planType: plan.planType, safety};
}
