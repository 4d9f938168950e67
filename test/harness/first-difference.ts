/** The first place where what somebody got in two runs differs, or null. */
export function firstDifference(left: readonly string[], right: readonly string[]): string | null {
  const at = left.findIndex((line, index) => line !== right[index]);
  if (at === -1 && left.length === right.length) return null;
  const index = at === -1 ? left.length : at;
  const [one = '', other = ''] = [left[index], right[index]];
  const where = [...one].findIndex((character, index) => character !== other[index]);
  const around = [one, other].map(line => JSON.stringify(line.slice(Math.max(0, where - 80), where + 80)));
  const title = `${one.split('\n')[0]}, line ${index} of ${left.length} and ${right.length}`;
  return [title, ...around].join('\n');
}
