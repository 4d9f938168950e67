import type {ImportedPlan} from '@goldthread/schema/json';
import {scaleOf} from '../agreement/index.ts';
import type {ParticipantRecord, PlanRecord, RecordChange} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import type {MadeDocument} from './import-documents.ts';

/**
 * A file's scales, each in the compartment of its readers. `made` are the compartments: `shared`, `voice`, then the withheld ones in
 * the order of the groups.
 */
export function importedScales(
  tools: Pick<HttpPorts, 'random'>,
  plan: PlanRecord,
  content: ImportedPlan,
  made: readonly MadeDocument[],
  people: readonly ParticipantRecord[],
): RecordChange[] {
  return content.scales.flatMap(({scale, group}): RecordChange[] => {
    const compartment = (group === null ? made[0] : made[group + 2])?.compartment;
    if (compartment === undefined) return [];
    const place = {planId: plan.id, compartmentId: compartment.id, at: plan.createdAt};
    return [{kind: 'scale', put: scaleOf(tools.random, people, scale, place)}];
  });
}
