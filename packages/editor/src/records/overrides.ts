import type {ChildTold, CopyReason, ItemId, ParticipantId} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, idOf, idsOf, listOf, momentOf, textOf} from './read.ts';
import {readTold} from './read-told.ts';

/** That one person more reads a child's words against the child's choice, for somebody who has to do with it. */
export interface Override {
  readonly id: string;
  /** `null` is everybody, where it was opened. */
  readonly reader: string | null;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Date | null;
  readonly second: string;
  readonly told: ChildTold;
  readonly agreedAt: Date | null;
  readonly mayAgree: boolean;
  readonly mayTell: boolean;
}

/** Words of the child about which this person may ask. */
export interface ItemToAsk {
  readonly itemId: ItemId;
  readonly words: string;
  readonly readers: readonly ParticipantId[];
  readonly notWith: readonly ParticipantId[];
}

export interface OverrideList {
  readonly overrides: readonly Override[];
  readonly items: readonly ItemToAsk[];
}

/** What the child was told, as it is sent: a day only where there is one. */
export interface ToldNow {
  readonly how: ChildTold['how'];
  readonly words: string;
  readonly on?: string;
}

export interface OverrideQuestion {
  readonly readerId: string;
  readonly secondId: string;
  readonly reason: string;
  readonly told: ToldNow;
  readonly cleared: readonly string[];
  readonly copyReason?: CopyReason;
}

export function listOverrides(http: PlanHttp): Promise<RecordAnswer<OverrideList>> {
  return askPlan(http, ['GET', '/overrides'], body => {
    const {overrides, items} = fieldsOf(body);
    return {
      overrides: listOf(overrides).flatMap(one => readOverride(one) ?? []),
      items: listOf(items).flatMap(readItem),
    };
  });
}

/** Asks a second person to agree. */
export function askOverride(
  http: PlanHttp,
  item: ItemId,
  question: OverrideQuestion,
): Promise<RecordAnswer<Override>> {
  return askPlan(http, ['POST', `/items/${encodeURIComponent(item)}/readers`], readOverride, question);
}

/** Agrees; from then on one person more reads it. */
export function agreeToOverride(http: PlanHttp, id: string): Promise<RecordAnswer<Override>> {
  return askPlan(http, ['POST', `/overrides/${encodeURIComponent(id)}/agree`], readOverride, {});
}

/** Writes down what the child was told by now. */
export function tellOfOverride(http: PlanHttp, id: string, told: ToldNow): Promise<RecordAnswer<Override>> {
  return askPlan(http, ['POST', `/overrides/${encodeURIComponent(id)}/told`], readOverride, {told});
}

function readOverride(body: unknown): Override | null {
  const fields = fieldsOf(body);
  const id = textOf(fields['id']);
  if (id === '') return null;
  return {
    id,
    reader: idOf(fields['reader']),
    reason: textOf(fields['reason']),
    askedBy: textOf(fields['askedBy']),
    askedAt: momentOf(fields['askedAt']),
    second: textOf(fields['second']),
    told: readTold(fields['told']) ?? {how: 'delayed', on: '', words: ''},
    agreedAt: momentOf(fields['agreedAt']),
    mayAgree: fields['mayAgree'] === true,
    mayTell: fields['mayTell'] === true,
  };
}

function readItem(body: unknown): ItemToAsk[] {
  const {itemId, words, readers, notWith} = fieldsOf(body);
  const id = idOf<ItemId>(itemId);
  return id === null
    ? []
    : [{itemId: id, words: textOf(words), readers: idsOf(readers), notWith: idsOf(notWith)}];
}
