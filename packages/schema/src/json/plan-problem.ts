import type {z} from 'zod';

/** One thing that is wrong with a file: where it stands, and a sentence that names it. */
export interface PlanProblem {
  /** Such as `sections.B[0].frequency.n`; empty for the file itself. */
  readonly path: string;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** The path of a value as it would be written in code. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

/**
 * What zod found in a file, as problems. A value is quoted only where the file should have chosen it from a list,
 * so that no words of a plan end up in an error.
 */
export function problemsOf(issues: readonly Issue[], file: unknown): PlanProblem[] {
  return issues.flatMap(issue => problemsOfIssue(issue, issue.path, file));
}

function problemsOfIssue(issue: Issue, path: readonly PropertyKey[], file: unknown): PlanProblem[] {
  const where = pathText(path);
  const name = where === '' ? 'The file' : where;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({
        path: pathText([...path, key]),
        message: `${pathText([...path, key])}: there is no field "${key}" here.`,
      }));
    case 'invalid_value':
      return [{path: where, message: `${name} must be ${oneOf(issue.values)}${quoted(file, path)}.`}];
    case 'invalid_type':
      return [{path: where, message: typeSentence(name, issue)}];
    case 'invalid_union':
      return unionProblems(issue, path, name, file);
    case 'too_big':
      return [
        {
          path: where,
          message: `${name} is too ${issue.origin === 'string' ? 'long' : 'large'}: at most ${issue.maximum}.`,
        },
      ];
    case 'too_small':
      return [{path: where, message: `${name} is too small: at least ${issue.minimum}.`}];
    default:
      return [{path: where, message: `${name} ${issue.message}.`}];
  }
}

function typeSentence(name: string, issue: Extract<Issue, {code: 'invalid_type'}>): string {
  const missing = issue.input === undefined && issue.message.includes('received undefined');
  return missing ? `${name} is missing.` : `${name} must be ${words(issue.expected)}.`;
}

function unionProblems(
  issue: Extract<Issue, {code: 'invalid_union'}>,
  path: readonly PropertyKey[],
  name: string,
  file: unknown,
): PlanProblem[] {
  if (issue.errors.length === 0) {
    return [{path: pathText(path), message: `${name} must be a type of item${quoted(file, path)}.`}];
  }
  const deepest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
  if (depth(deepest) > 0)
    return deepest.flatMap(inner => problemsOfIssue(inner, [...path, ...inner.path], file));
  return [{path: pathText(path), message: `${name} has none of the forms that it may have.`}];
}

function quoted(file: unknown, path: readonly PropertyKey[]): string {
  let value = file;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return '';
    value = Reflect.get(value, step);
  }
  return typeof value === 'string' && value.length <= 40 ? `, not "${value}"` : '';
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(issue => issue.path.length));
}

function oneOf(values: readonly unknown[]): string {
  const listed = values.map(value => JSON.stringify(value));
  return listed.length === 1 ? (listed[0] ?? '') : `one of ${listed.join(', ')}`;
}

function words(expected: string): string {
  const known: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
  };
  return known[expected] ?? expected;
}
