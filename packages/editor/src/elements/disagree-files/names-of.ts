import type {SaidFile} from '../../records/disagreement-files.ts';
import {disagreeFiles as say} from '../../words/en/disagree-files.ts';

/** What files are called in a list: by kind, and with a number where there are several of one. */
export function namesOf(files: readonly SaidFile[]): readonly string[] {
  return files.map(({kind}, at) => {
    const same = (one: SaidFile): boolean => one.kind === kind;
    const name = say.kinds[kind];
    return files.filter(same).length === 1
      ? name
      : say.numbered(name, files.slice(0, at + 1).filter(same).length);
  });
}
