import type {RootName} from '@goldthread/schema';
import {FakePlan} from './fake-plan.ts';
import {joryPeople, type JoryKey} from './jory-people.ts';

/** The first example plan without a network, opened by one of its people. */
export function joryPlan(me: JoryKey, writable: readonly RootName[] = []): FakePlan {
  const people = joryPeople(me);
  const self = people.find(person => person.isMe);
  if (self === undefined) throw new RangeError(`Nobody is called ${me}`);
  const plan = new FakePlan(self.role, writable);
  if (plan.facts !== null) plan.facts = {...plan.facts, me: self, people};
  return plan;
}
