/** What names things, people of the plan and kinds, and says nothing. */
const NAMING = new Set([
  ...[
    'id',
    'key',
    'type',
    'kind',
    'rel',
    'to',
    'item',
    'items',
    'session',
    'variantOf',
    'audience',
    'notWith',
  ],
  ...[
    'hiddenFrom',
    'shapes',
    'format',
    'ruleSet',
    'planType',
    'stage',
    'status',
    'party',
    'stance',
    'reasonCode',
    'first',
  ],
]);
/** Whoever has the file knows who is on the plan. */
const KNOWN = new Set(['participants', 'child']);

/** Everything that a plan file says to somebody who reads it. */
export function textsOfFile(file: unknown): string[] {
  if (typeof file !== 'object' || file === null) return [];
  return Object.entries(file).flatMap(([name, value]) => (KNOWN.has(name) ? [] : textsOf(name, value)));
}

function textsOf(name: string, value: unknown): string[] {
  if (NAMING.has(name)) return [];
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(one => textsOf('', one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, one]) => textsOf(inner, one));
}
