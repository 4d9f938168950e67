import {checkHiddenPeople} from './check-hidden-people.ts';
import {placesOf} from './places.ts';
import type {Plan} from './plan-file.ts';
import type {PlanProblem} from './plan-problem.ts';

/** Every participant key of a file that names nobody, every key used twice, and every record about no known item. */
export function checkPeople(plan: Plan): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const keys = new Set<string>();
  plan.participants.forEach(({key}, index) => {
    if (keys.has(key))
      problems.push(problem(`participants[${index}].key`, `the key "${key}" is already in use`));
    keys.add(key);
  });
  const agencies = new Set(plan.participants.flatMap(({agency}) => agency ?? []));
  for (const {path, key} of namedPeople(plan)) {
    if (!keys.has(key)) problems.push(problem(path, `there is no participant "${key}"`));
  }
  for (const {path, party} of namedParties(plan)) {
    if (!keys.has(party) && !agencies.has(party)) {
      problems.push(problem(path, `no participant and no participant's agency is called "${party}"`));
    }
  }
  return [...problems, ...unknownItems(plan), ...repeatedIds(plan), ...checkHiddenPeople(plan)];
}

function problem(path: string, sentence: string): PlanProblem {
  return {path, message: `${path}: ${sentence}.`};
}

interface NamedPerson {
  readonly path: string;
  readonly key: string;
}

function* listed(path: string, keys: unknown): Generator<NamedPerson> {
  if (typeof keys === 'string' && keys !== 'everyone') yield {path, key: keys};
  if (!Array.isArray(keys)) return;
  for (const [index, key] of keys.entries())
    if (typeof key === 'string') yield {path: `${path}[${index}]`, key};
}

function* fieldsOf(path: string, record: object, fields: readonly string[]): Generator<NamedPerson> {
  for (const field of fields) yield* listed(`${path}.${field}`, Reflect.get(record, field));
}

function* namedPeople(plan: Plan): Generator<NamedPerson> {
  for (const {path, items} of placesOf(plan)) {
    for (const [index, item] of items.entries()) {
      yield* fieldsOf(`${path}[${index}]`, item, ['audience', 'notWith', 'ownedBy', 'typedBy']);
    }
  }
  for (const [path, records, fields] of recordLists(plan)) {
    for (const [index, record] of records.entries()) yield* fieldsOf(`${path}[${index}]`, record, fields);
  }
  for (const [list, records] of [
    ['participants', plan.participants],
    ['withholdings', plan.withholdings ?? []],
  ] as const) {
    for (const [index, record] of records.entries()) {
      for (const [at, {key}] of (record.hiddenFrom ?? []).entries()) {
        yield {path: `${list}[${index}].hiddenFrom[${at}].key`, key};
      }
    }
  }
}

/** The lists of records, and which of their fields name people. */
function recordLists(plan: Plan): [path: string, records: readonly object[], fields: readonly string[]][] {
  return [
    ['statuses', plan.statuses ?? [], ['audience']],
    ['positions', plan.positions ?? [], ['audience', 'by']],
    ['withholdings', plan.withholdings ?? [], ['person', 'audience', 'proposedBy', 'approvedBy']],
    ['meetings', plan.meetings ?? [], ['audience', 'invited', 'present']],
    ['clocks', plan.clocks ?? [], ['audience']],
    ['contacts', plan.contacts ?? [], ['audience']],
    ['signsOfSafety.scales', plan.signsOfSafety?.scales ?? [], ['audience']],
    ['threeHouses.sessions', plan.threeHouses?.sessions ?? [], ['audience', 'askedBy']],
  ];
}

function* namedParties(plan: Plan): Generator<{readonly path: string; readonly party: string}> {
  for (const [index, {party}] of (plan.positions ?? []).entries()) {
    yield {path: `positions[${index}].party`, party};
  }
  for (const [scale, {ratings}] of (plan.signsOfSafety?.scales ?? []).entries()) {
    for (const [index, {party}] of ratings.entries()) {
      yield {path: `signsOfSafety.scales[${scale}].ratings[${index}].party`, party};
    }
  }
}

function unknownItems(plan: Plan): PlanProblem[] {
  const ids = new Set<string>(placesOf(plan).flatMap(({items}) => items.map(item => item.id)));
  const named = [
    ...(plan.positions ?? []).map((position, index) => [`positions[${index}].item`, position.item] as const),
    ...(plan.withholdings ?? []).flatMap((withholding, index) => [
      ...withholding.items.map((id, at) => [`withholdings[${index}].items[${at}]`, id] as const),
      ...(withholding.shapes ?? []).map((id, at) => [`withholdings[${index}].shapes[${at}]`, id] as const),
    ]),
  ];
  return named.flatMap(([path, id]) => (ids.has(id) ? [] : [problem(path, `there is no item "${id}"`)]));
}

function repeatedIds(plan: Plan): PlanProblem[] {
  const lists = [
    ['threeHouses.sessions', plan.threeHouses?.sessions ?? []],
    ['signsOfSafety.scales', plan.signsOfSafety?.scales ?? []],
    ['meetings', plan.meetings ?? []],
    ['withholdings', plan.withholdings ?? []],
  ] as const;
  return lists.flatMap(([path, records]) => {
    const seen = new Set<string>();
    return records.flatMap(({id}, index) => {
      if (seen.has(id)) return [problem(`${path}[${index}].id`, `the id "${id}" is already in use`)];
      seen.add(id);
      return [];
    });
  });
}
