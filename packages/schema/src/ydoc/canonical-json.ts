import type {PmJson} from '../prosemirror/pm-json.ts';

/** One text for one content: keys in order, no spaces. Equal documents give equal texts on every machine. */
export function canonicalJson(nodes: readonly PmJson[]): string {
  return JSON.stringify(nodes, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
