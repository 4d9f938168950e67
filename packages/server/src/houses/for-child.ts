import type {ParticipantId, RootName} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {childNames} from '../disclosure/index.ts';
import type {HouseSessionRecord} from '../storage/index.ts';
import type {PlanFacts} from '../withholding/index.ts';
import {leadOf} from './find-own.ts';
import type {OwnItem} from './own-words.ts';

/** What somebody writes for the child in a session. */
export interface SaidForChild {
  readonly root: RootName;
  readonly text: string;
  readonly mode: string;
  readonly promptsUsed: string;
  readonly observed: string;
  readonly interpretedBy: string;
}

/** Who wrote for the child, and all that an item says of how it came about (domain 5.2, TH-02). */
export interface WrittenBy {
  readonly id: ParticipantId;
  readonly attrs: Readonly<Record<string, string>>;
  readonly present: readonly string[];
}

/** What is written for the child as the item that it becomes: the child, who writes and the lead read it until the child chooses. */
export function itemFor(facts: PlanFacts, {scribe}: HouseSessionRecord, {root, text}: SaidForChild): OwnItem {
  return {
    ...{root, text, after: null, symbols: [], drawing: null, voiceNote: null, asksForHelp: false},
    shareWith: [scribe, ...leadOf(facts)],
  };
}

/** Whose words they are, who wrote them down, how, where, after what was asked, and who was there. */
export function writtenBy(
  facts: PlanFacts,
  {scribe, place, present}: HouseSessionRecord,
  {mode, promptsUsed, observed, interpretedBy}: SaidForChild,
): WrittenBy {
  const writer = facts.people.find(({id}) => id === scribe)?.name ?? '';
  const speaker = childNames(facts.plan).at(-1) ?? '';
  const all = {speaker, mode, writer, askedBy: writer, place, promptsUsed, observed, interpretedBy};
  const said = Object.entries(all).filter(([, words]) => words !== '');
  return {id: scribe, attrs: Object.fromEntries(said), present};
}

/** An item that names who wrote it for the child. */
export function withScribe(node: PmJson, scribe: WrittenBy | null): PmJson {
  if (scribe === null) return node;
  const present = scribe.present.map((who): PmJson => ({type: 'part', attrs: {kind: 'present', who}}));
  return {
    ...node,
    attrs: {...node.attrs, ...scribe.attrs},
    content: [...(node.content ?? []), ...present],
  };
}
