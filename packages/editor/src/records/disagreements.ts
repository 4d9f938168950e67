import {isRootName, TRY_MEANS, type CopyReason, type RootName, type TryMeans} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {filesIn, type SaidFile} from './disagreement-files.ts';
import {fieldsOf, listOf, momentOf, oneOf, textOf, textOrNull} from './read.ts';

const ACTS = ['opened', 'said', 'agreedNow', 'stillDifferent', 'printed', 'notPrinted', 'withdrawn'] as const;
const OUTCOMES = ['open', 'agreedNow', 'stillDifferent', 'withdrawn'] as const;

/** What was said once, for which side and by whom. */
interface SaidOnce {
  readonly id: string;
  readonly byName: string;
  /** What a plan file calls the side. */
  readonly party: string;
  readonly name: string;
  readonly at: Date | null;
  readonly words: string;
}

/** One entry of a disagreement. */
export interface DisagreementEntry extends SaidOnce {
  readonly act: (typeof ACTS)[number];
  readonly wish: string;
  readonly why: string;
  readonly files: readonly SaidFile[];
  /** Its side took the words back. */
  readonly isGone: boolean;
}

/** A disagreement about one item, or about a whole part of the plan. */
export interface Disagreement {
  readonly id: string;
  readonly item: string | null;
  readonly root: RootName | null;
  /** What the item said then; empty of a whole part. */
  readonly quote: string;
  readonly isChangedSince: boolean;
  readonly entries: readonly DisagreementEntry[];
  readonly outcome: (typeof OUTCOMES)[number];
  /** Its side wants it printed with the plan. */
  readonly isPrinted: boolean;
  /** Everybody on the plan reads it. */
  readonly isOpen: boolean;
}

/** What somebody does to a disagreement besides saying something. */
export type DisagreementStep = 'agreedNow' | 'stillDifferent' | 'printed' | 'notPrinted';

/** With what somebody doesn't agree. */
export type Matter = {readonly itemId: string} | {readonly root: RootName};

/** That a side was asked. */
export interface AskedOnce extends SaidOnce {
  /** null: about the whole plan. */
  readonly item: string | null;
  readonly to: string;
  readonly toName: string;
  readonly on: string;
  readonly means: TryMeans;
}

/** What sides don't agree on, as far as a reader may know. */
export interface Disagreements {
  readonly disagreements: readonly Disagreement[];
  readonly tries: readonly AskedOnce[];
}

/** What somebody is about to say: what they don't agree with, or what they say to it. */
export type NewWords = {
  readonly words: string;
  readonly files?: readonly Pick<SaidFile, 'id' | 'place'>[];
  readonly copyReason?: CopyReason;
} & (
  | (Matter & {readonly wish: string; readonly why: string})
  | {readonly to: string; readonly outcome?: DisagreementStep}
);

/** That somebody is about to note that a side was asked. */
export interface NewTry {
  readonly to: string;
  readonly on: string;
  readonly means: TryMeans;
  readonly words: string;
  readonly copyReason?: CopyReason;
}

/** Asks what sides don't agree on. */
export function listDisagreements(http: PlanHttp): Promise<RecordAnswer<Disagreements>> {
  return askPlan(http, ['GET', '/records?kinds=disagreements'], body => {
    const {disagreements, tries} = fieldsOf(body);
    if (!Array.isArray(disagreements)) return null;
    return {
      disagreements: listOf(disagreements).flatMap(one => readDisagreement(one) ?? []),
      tries: listOf(tries).flatMap(one => readTry(one) ?? []),
    };
  });
}

/** Says that one's own side doesn't agree with something, or something to a disagreement. */
export function sayDisagreement(http: PlanHttp, said: NewWords): Promise<RecordAnswer<Disagreement>> {
  if (!('to' in said)) return askPlan(http, ['POST', '/disagreements'], readDisagreement, said);
  const {to, ...words} = said;
  const path = `/disagreements/${encodeURIComponent(to)}/say`;
  return askPlan(http, ['POST', path], readDisagreement, words);
}

/** Takes one's own side's disagreement back, with its words or without. */
export function withdrawDisagreement(
  http: PlanHttp,
  id: string,
  hideWords: boolean,
): Promise<RecordAnswer<Disagreement>> {
  const path = `/disagreements/${encodeURIComponent(id)}/withdraw`;
  return askPlan(http, ['POST', path], readDisagreement, {hideWords});
}

/** Notes that a side was asked about the plan. */
export function noteTry(http: PlanHttp, asked: NewTry): Promise<RecordAnswer<AskedOnce>> {
  return askPlan(http, ['POST', '/tries'], readTry, asked);
}

function readDisagreement(body: unknown): Disagreement | null {
  const fields = fieldsOf(body);
  const outcome = oneOf(OUTCOMES, fields['outcome']);
  const root = textOf(fields['root']);
  if (outcome === null) return null;
  return {
    id: textOf(fields['id']),
    item: textOrNull(fields['item']),
    root: isRootName(root) ? root : null,
    quote: textOf(fields['quote']),
    isChangedSince: fields['isChangedSince'] === true,
    entries: listOf(fields['entries']).flatMap(one => readEntry(one) ?? []),
    outcome,
    isPrinted: fields['isPrinted'] === true,
    isOpen: fields['isOpen'] === true,
  };
}

function readEntry(body: unknown): DisagreementEntry | null {
  const {act, wish, why, files, isGone} = fieldsOf(body);
  const known = oneOf(ACTS, act);
  if (known === null) return null;
  const said = {...readSaid(body), act: known, wish: textOf(wish), why: textOf(why)};
  return {...said, files: filesIn(files), isGone: isGone === true};
}

function readTry(body: unknown): AskedOnce | null {
  const {item, to, toName, on, means} = fieldsOf(body);
  const known = oneOf(TRY_MEANS, means);
  if (known === null) return null;
  return {
    ...readSaid(body),
    item: textOrNull(item),
    to: textOf(to),
    toName: textOf(toName),
    on: textOf(on),
    means: known,
  };
}

function readSaid(body: unknown): SaidOnce {
  const {id, byName, party, name, at, words} = fieldsOf(body);
  return {
    id: textOf(id),
    byName: textOf(byName),
    party: textOf(party),
    name: textOf(name),
    at: momentOf(at),
    words: textOf(words),
  };
}
