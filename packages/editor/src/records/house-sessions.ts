import {
  EXPLAINED,
  PARENT_ANSWERS,
  READ_BACK_ANSWERS,
  SESSION_ENDS,
  isRootName,
  type BeforeWriting,
  type Explained,
  type ItemId,
  type ParticipantId,
  type ReadBackAnswer,
  type RootName,
  type SessionEnd,
} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, idOf, idsOf, listOf, momentOf, oneOf, textOf, type Fields} from './read.ts';
import type {Room} from './room.ts';

/** What is written down of a session with the child. */
export interface SessionWords extends BeforeWriting {
  readonly explained: readonly Explained[];
  readonly prompts: readonly string[];
  readonly firstHouse: RootName | '';
  readonly leftOut: readonly RootName[];
  readonly chosen: string;
  readonly readBackAnswer: ReadBackAnswer | '';
  readonly readBack: string;
  readonly endedAs: SessionEnd | '';
  readonly endedBy: string;
  readonly presentPlan: string;
}

/** Something that was written in a session, and what the child said of who may see it. */
export interface SessionItem {
  readonly id: ItemId;
  /** Who reads it besides the child; null is everybody on the plan. */
  readonly readers: readonly ParticipantId[] | null;
  readonly notWith: readonly ParticipantId[];
  readonly isShownByChild: boolean;
  readonly isAsked: boolean;
}

/** Once that it was shown to people. */
export interface Presentation extends Room {
  readonly id: string;
  readonly at: Date;
  readonly by: ParticipantId | null;
  readonly reaction: string;
}

/** A session as this person may know it. */
export interface HouseSession extends SessionWords {
  readonly id: string;
  readonly askedBy: ParticipantId | null;
  readonly isMine: boolean;
  readonly madeAt: Date;
  readonly beganAt: Date | null;
  readonly readBackAt: Date | null;
  readonly endedAt: Date | null;
  readonly mayWrite: boolean;
  readonly mayChoose: boolean;
  readonly items: readonly SessionItem[];
  readonly choosable: readonly ParticipantId[];
  readonly presentations: readonly Presentation[];
  readonly drafts: Readonly<Record<string, string>>;
}

/** What may be changed of one. */
export interface SessionChange extends Partial<SessionWords> {
  readonly begins?: true;
  readonly isOver?: true;
  readonly drafts?: Readonly<Record<string, string>>;
}

/** What somebody writes for the child. */
export interface SaidForChild {
  readonly root: RootName;
  readonly text: string;
  readonly mode: string;
  readonly promptsUsed: string;
  readonly observed: string;
  readonly interpretedBy: string;
}

/** Whom the child lets see something. */
export interface ChosenForChild {
  readonly shareWith: 'everyone' | readonly ParticipantId[];
  readonly notWith: readonly ParticipantId[];
  readonly isShownByChild: boolean;
  readonly cleared: readonly string[];
}

/** The sessions that this person may know of, newest first. */
export function listSessions(http: PlanHttp): Promise<RecordAnswer<readonly HouseSession[]>> {
  return askPlan(http, ['GET', '/sessions'], body => {
    const {sessions} = fieldsOf(body);
    return Array.isArray(sessions) ? listOf(sessions).flatMap(one => readSession(one) ?? []) : null;
  });
}

export function prepareSession(http: PlanHttp): Promise<RecordAnswer<HouseSession>> {
  return askPlan(http, ['POST', '/sessions'], readSession, {});
}

export function changeSession(
  http: PlanHttp,
  id: string,
  change: SessionChange,
): Promise<RecordAnswer<HouseSession>> {
  return askPlan(http, ['PATCH', pathOf(id)], readSession, change);
}

/** Writes something for the child; answers who is asked today to help, where the words may tell of harm. */
export function sayForChild(
  http: PlanHttp,
  id: string,
  said: SaidForChild,
): Promise<RecordAnswer<{readonly isForHelp: boolean}>> {
  const read = (body: unknown) => ({isForHelp: listOf(fieldsOf(body)['asked']).length > 0});
  return askPlan(http, ['POST', `${pathOf(id)}/items`], read, said);
}

/** Writes down whom the child lets see something; answers with the names of those who may have seen it before. */
export function chooseForChild(
  http: PlanHttp,
  id: string,
  item: ItemId,
  chosen: ChosenForChild,
): Promise<RecordAnswer<readonly string[]>> {
  const path = `${pathOf(id)}/items/${encodeURIComponent(item)}/audience`;
  const read = (body: unknown) => listOf(fieldsOf(body)['seenBy']).map(one => textOf(fieldsOf(one)['name']));
  return askPlan(http, ['PUT', path], read, chosen);
}

/** Writes down that it is being shown to the people in a room. */
export function notePresentation(
  http: PlanHttp,
  id: string,
  {present, others}: Room,
): Promise<RecordAnswer<HouseSession>> {
  return askPlan(http, ['POST', `${pathOf(id)}/presentations`], readSession, {present, others});
}

/** Writes down who came in, or how they took it. */
export function changePresentation(
  http: PlanHttp,
  id: string,
  presentation: string,
  change: Partial<Room & {readonly reaction: string}>,
): Promise<RecordAnswer<HouseSession>> {
  const path = `${pathOf(id)}/presentations/${encodeURIComponent(presentation)}`;
  return askPlan(http, ['PATCH', path], readSession, change);
}

function pathOf(id: string): string {
  return `/sessions/${encodeURIComponent(id)}`;
}

function readSession(body: unknown): HouseSession | null {
  const fields = fieldsOf(body);
  const text = (name: string) => textOf(fields[name]);
  const madeAt = momentOf(fields['madeAt']);
  if (madeAt === null || text('id') === '') return null;
  return {
    id: text('id'),
    askedBy: idOf(fields['askedBy']),
    isMine: fields['isMine'] === true,
    madeAt,
    beganAt: momentOf(fields['beganAt']),
    readBackAt: momentOf(fields['readBackAt']),
    endedAt: momentOf(fields['endedAt']),
    mayWrite: fields['mayWrite'] === true,
    mayChoose: fields['mayChoose'] === true,
    items: listOf(fields['items']).flatMap(one => readItem(fieldsOf(one)) ?? []),
    choosable: idsOf(fields['choosable']),
    presentations: listOf(fields['presentations']).flatMap(one => readPresentation(fieldsOf(one)) ?? []),
    drafts: textsIn(fields['drafts']),
    parentAnswer: oneOf(PARENT_ANSWERS, fields['parentAnswer']) ?? '',
    parentTold: text('parentTold'),
    manager: text('manager'),
    place: text('place'),
    present: listOf(fields['present']).map(textOf),
    explained: listOf(fields['explained']).flatMap(one => oneOf(EXPLAINED, one) ?? []),
    limitsTold: text('limitsTold'),
    prompts: listOf(fields['prompts']).map(textOf),
    firstHouse: rootsIn([fields['firstHouse']])[0] ?? '',
    leftOut: rootsIn(listOf(fields['leftOut'])),
    chosen: text('chosen'),
    readBackAnswer: oneOf(READ_BACK_ANSWERS, fields['readBackAnswer']) ?? '',
    readBack: text('readBack'),
    endedAs: oneOf(SESSION_ENDS, fields['endedAs']) ?? '',
    endedBy: text('endedBy'),
    presentPlan: text('presentPlan'),
  };
}

function readItem(fields: Fields): SessionItem | null {
  const id = idOf<ItemId>(fields['id']);
  if (id === null) return null;
  return {
    id,
    readers: fields['readers'] === null ? null : idsOf(fields['readers']),
    notWith: idsOf(fields['notWith']),
    isShownByChild: fields['isShownByChild'] === true,
    isAsked: fields['isAsked'] === true,
  };
}

function readPresentation(fields: Fields): Presentation | null {
  const at = momentOf(fields['at']);
  if (at === null) return null;
  return {
    id: textOf(fields['id']),
    at,
    by: idOf(fields['by']),
    present: idsOf(fields['present']),
    others: fields['others'] === true,
    reaction: textOf(fields['reaction']),
  };
}

function rootsIn(list: readonly unknown[]): readonly RootName[] {
  return list.filter((one): one is RootName => typeof one === 'string' && isRootName(one));
}

function textsIn(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fieldsOf(value)).map(([name, one]) => [name, textOf(one)]));
}
