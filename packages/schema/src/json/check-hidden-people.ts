import type {Plan} from './plan-file.ts';
import type {PlanProblem} from './plan-problem.ts';

/** What is wrong with the decisions of a file to keep a person from others: the server takes none of these either. */
export function checkHiddenPeople(plan: Plan): PlanProblem[] {
  const known = new Map(plan.participants.map(one => [one.key, one]));
  const decided = new Set<string>();
  return (plan.withholdings ?? []).flatMap((decision, index) => {
    const {person, items, audience, shapes, hiddenFrom} = decision;
    if (person === undefined) return [];
    const at = `withholdings[${index}]`;
    const isMore = items.length > 0 || audience.length > 0 || (shapes ?? []).length > 0;
    const {role, lead} = known.get(person) ?? {};
    return [
      ...(isMore ? [problem(at, 'a decision about a person names no items and no readers')] : []),
      ...(role === 'child' || lead === true
        ? [problem(`${at}.person`, 'the child and whoever leads the plan are kept from nobody')]
        : []),
      ...hiddenFrom.flatMap((from, one): PlanProblem[] => {
        const place = `${at}.hiddenFrom[${one}]`;
        const pair = `${person} ${from.key}`;
        const isTwice = decided.has(pair);
        decided.add(pair);
        return [
          ...(from.key === person ? [problem(`${place}.key`, 'nobody is kept from themselves')] : []),
          ...(from.class === 'marked' ? [problem(`${place}.class`, 'a person is always sealed')] : []),
          // Opening one of two decisions would show the person, whatever the other one says.
          ...(isTwice
            ? [problem(`${place}.key`, `another decision keeps "${person}" from them already`)]
            : []),
        ];
      }),
    ];
  });
}

function problem(path: string, sentence: string): PlanProblem {
  return {path, message: `${path}: ${sentence}.`};
}
