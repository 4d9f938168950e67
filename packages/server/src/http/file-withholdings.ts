import type {Reader} from '@goldthread/schema';
import type {ParticipantKey, Plan, Ref} from '@goldthread/schema/json';
import type {ParticipantRecord, PlanRecord} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import {fileParticipant} from './reader-records.ts';

type FileWithholding = NonNullable<Plan['withholdings']>[number];

/** The decisions that a reader may know, as a plan file says them. People unknown to the reader stand in none of them. */
export async function fileWithholdings(
  ports: HttpPorts,
  plan: PlanRecord,
  reader: Reader,
  people: readonly ParticipantRecord[],
): Promise<FileWithholding[]> {
  const {withholdings} = await ports.withholdings.list(plan.id, reader);
  const keys = new Map<string, ParticipantKey>(people.map(one => [one.id, fileParticipant(one).key]));
  const keyOf = (id: string | null) => (id === null ? undefined : keys.get(id));
  return withholdings
    .filter(({personId}) => personId === null || keys.has(personId))
    .map((one): FileWithholding => {
      const person = keyOf(one.personId);
      const [proposedBy, approvedBy] = [keyOf(one.proposedBy), keyOf(one.approvedBy)];
      return {
        // Ids of this server fit where a file has its own names.
        id: one.id as Ref,
        ...(person !== undefined && {person}),
        items: [...one.itemIds] as unknown as Ref[],
        hiddenFrom: one.hiddenFrom.flatMap(hidden => {
          const key = keyOf(hidden.id);
          return key === undefined ? [] : [{key, class: hidden.class}];
        }),
        // Who reads of a person who is kept from somebody follows from who is on the plan.
        audience: person === undefined ? one.audience.flatMap(id => keyOf(id) ?? []) : [],
        reasonCode: one.reasonCode,
        legalGround: one.legalGround,
        ...(one.openReason !== '' && {openReason: one.openReason}),
        ...(one.shapes.length > 0 && {shapes: one.shapes as unknown as Ref[]}),
        ...(proposedBy !== undefined && {proposedBy}),
        ...(approvedBy !== undefined && {approvedBy}),
        ...(one.approvedAt !== null && {approvedOn: one.approvedAt.slice(0, 10)}),
        reviewOn: one.reviewOn,
      };
    });
}
