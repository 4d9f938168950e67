import type {RootName} from '@goldthread/schema';
import type {ChangeEntry} from '../changes/changes.ts';

const MOST = 40;

/** The list with one more change: the same person in the same part moves up instead of standing twice. */
export function withChange(log: readonly ChangeEntry[], entry: ChangeEntry): readonly ChangeEntry[] {
  const others = log.filter(one => one.who !== entry.who || one.root !== entry.root);
  return [entry, ...others].slice(0, MOST);
}

/** The sentence that a screen reader hears for several changes: "Tom and Priya changed F." */
export function changeSentence(
  heard: readonly {readonly who: string; readonly part: string}[],
  and: (names: readonly string[]) => string,
  sentence: (who: string, part: string) => string,
): string {
  const parts = [...new Set(heard.map(one => one.part))];
  return parts
    .map(part =>
      sentence(and([...new Set(heard.filter(one => one.part === part).map(one => one.who))]), part),
    )
    .join(' ');
}

/** The parts in which a person may write now and could not before, and the other way round. */
export function accessDifference(
  before: readonly RootName[],
  now: readonly RootName[],
): {readonly gained: readonly RootName[]; readonly lost: readonly RootName[]} {
  return {
    gained: now.filter(root => !before.includes(root)),
    lost: before.filter(root => !now.includes(root)),
  };
}
