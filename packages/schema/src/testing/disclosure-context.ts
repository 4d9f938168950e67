import type {ParticipantId} from '../base/ids.ts';
import type {DisclosureContext} from '../disclosure/find-disclosures.ts';
import {examplePlan, type ExampleName} from './example-plans.ts';

/** What a text of an example plan is held against, when everybody on the plan would read it. */
export function contextOf(name: ExampleName, more: Partial<DisclosureContext> = {}): DisclosureContext {
  const plan = examplePlan(name);
  const idOf = (key: string) => key as ParticipantId;
  const people = plan.participants.map(person => ({
    id: idOf(person.key),
    name: person.name,
    hiddenFrom: (person.hiddenFrom ?? []).map(({key}) => idOf(key)),
  }));
  return {
    protectedValues: plan.contacts ?? [],
    protectedNames: [],
    people,
    readers: people.map(person => person.id),
    otherNames: [plan.child.name, plan.child.calledName],
    ...more,
  };
}

/** The context of the corpus: plan A, with places that are protected. */
export const CORPUS_CONTEXT = contextOf('jory', {
  protectedValues: [],
  protectedNames: ['Lowfield House', 'Dunlin Surgery', 'The Lantern Base', 'Harbourside Clinic'],
});
