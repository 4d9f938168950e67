import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, listOf, oneOf, textOf} from './read.ts';

export {soundOf as bytesOf} from './sound.ts';

/** With which words of an entry a file goes. */
export const FILE_PLACES = ['words', 'wish', 'why'] as const;
export type FilePlace = (typeof FILE_PLACES)[number];

/** What somebody hears, looks at, or saves. */
export type FileKind = 'voice' | 'picture' | 'pdf';

/** A file that goes with a disagreement. */
export interface SaidFile {
  readonly id: string;
  readonly place: FilePlace;
  readonly kind: FileKind;
}

/** Beside what a file is to be sent. */
export type FileFor = {readonly itemId: string} | {readonly root: string} | {readonly to: string};

/** Gives a file to the server, in base64, which keeps it for its owner alone until it is sent. */
export function addFile(
  http: PlanHttp,
  goesWith: FileFor,
  data: string,
): Promise<RecordAnswer<Omit<SaidFile, 'place'>>> {
  const read = (body: unknown) => {
    const {id, type} = fieldsOf(body);
    return textOf(id) === '' ? null : {id: textOf(id), kind: kindOf(textOf(type))};
  };
  return askPlan(http, ['POST', '/disagreements/files'], read, {...goesWith, data});
}

/** Takes back one that isn't sent. */
export async function dropFile(http: PlanHttp, id: string): Promise<void> {
  const path = `/api/plans/${http.planId}/disagreements/files/${encodeURIComponent(id)}`;
  await http.ask('DELETE', path);
}

/** The files in an answer. */
export function filesIn(value: unknown): readonly SaidFile[] {
  return listOf(value).flatMap((one): SaidFile[] => {
    const {id, place, type} = fieldsOf(one);
    const known = oneOf(FILE_PLACES, place);
    return known === null ? [] : [{id: textOf(id), place: known, kind: kindOf(textOf(type))}];
  });
}

function kindOf(type: string): FileKind {
  if (type.startsWith('audio/')) return 'voice';
  return type.startsWith('image/') ? 'picture' : 'pdf';
}
