import type {ImportedDecision, ImportedPlan} from '@goldthread/schema/json';
import type {ParticipantRecord, PlanRecord, RecordChange, WithholdingRecord} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import {importedDecision, possibleDeciders, type DecisionAbout} from './import-decision.ts';
import type {MadeDocument} from './import-documents.ts';

/** The records of a file's decisions to withhold items. `made` are the withheld compartments, in the order of the groups. */
export function importedWithholdings(
  tools: Pick<HttpPorts, 'random'>,
  plan: PlanRecord,
  content: ImportedPlan,
  made: readonly MadeDocument[],
  people: readonly ParticipantRecord[],
): RecordChange[] {
  return content.decisions.flatMap((imported): RecordChange[] => {
    const compartment = made[imported.group]?.compartment;
    const readers = compartment?.audience ?? [];
    const deciders = possibleDeciders(people, readers);
    const otherwise = deciders.find(({id}) => readers.includes(id))?.id;
    if (compartment === undefined || otherwise === undefined) return [];
    const about = aboutItems(imported, compartment.id, content, people);
    const put = importedDecision(tools, plan, imported.decision, about, {people: deciders, otherwise});
    return [{kind: 'withholding', put}];
  });
}

function aboutItems(
  {decision, itemIds}: ImportedDecision,
  compartmentId: WithholdingRecord['compartmentId'],
  content: ImportedPlan,
  people: readonly ParticipantRecord[],
): DecisionAbout {
  return {
    compartmentId,
    itemIds,
    personId: null,
    hiddenFrom: decision.hiddenFrom.flatMap(one => {
      const person = people.find(({key}) => key === one.key);
      return person === undefined ? [] : [{id: person.id, class: one.class}];
    }),
    shapes: (decision.shapes ?? []).flatMap(ref => {
      const item = content.items.find(one => one.ref === ref);
      return item === undefined ? [] : [{id: item.id, root: item.root}];
    }),
  };
}
