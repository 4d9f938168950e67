import type {ParticipantId, Reader, RootName} from '@goldthread/schema';
import {isGoingOn, isWriting, type HouseSessionRecord, type HouseSessionWords} from '../storage/index.ts';
import {
  isReader,
  peopleKnownTo,
  standingItem,
  type PlanFacts,
  type WithholdingPorts,
} from '../withholding/index.ts';
import {choiceAbout} from './not-with.ts';

/** Something that was written in a session, as one of its readers who reads it too sees it. */
export interface SessionItemView {
  readonly id: string;
  readonly root: RootName;
  /** Who reads it besides the child, as far as the reader may know; null is everybody on the plan. */
  readonly readers: readonly ParticipantId[] | null;
  readonly notWith: readonly ParticipantId[];
  readonly isShownByChild: boolean;
  readonly isAsked: boolean;
}

/** Once that it was shown to people. Times are ISO strings. */
export interface PresentationView {
  readonly id: string;
  readonly at: string;
  readonly by: ParticipantId | null;
  readonly present: readonly ParticipantId[];
  readonly others: boolean;
  readonly reaction: string;
}

/** A session as one of its readers sees it. */
export interface HouseSessionView extends HouseSessionWords {
  readonly id: string;
  readonly askedBy: ParticipantId;
  /** It is the reader's own. */
  readonly isMine: boolean;
  readonly madeAt: string;
  readonly beganAt: string | null;
  readonly readBackAt: string | null;
  readonly endedAt: string | null;
  /** Whether whoever held it may still write for the child. */
  readonly mayWrite: boolean;
  /** Whether the child can still say there who may see what. */
  readonly mayChoose: boolean;
  readonly items: readonly SessionItemView[];
  /** Whom the child can choose, as far as the reader may know of them. */
  readonly choosable: readonly ParticipantId[];
  readonly presentations: readonly PresentationView[];
  /** What the reader has begun to write, in a session of their own. */
  readonly drafts: Readonly<Record<string, string>>;
}

/** A session without anything or anybody that its reader may not know. */
export async function sessionView(
  ports: Pick<WithholdingPorts, 'sync' | 'storage' | 'clock'>,
  facts: PlanFacts,
  record: HouseSessionRecord,
  {participant: {id: me}}: Pick<Reader, 'participant'>,
): Promise<HouseSessionView> {
  const now = ports.clock.now();
  const {id, scribe, madeAt, beganAt, readBackAt, endedAt, drafts} = record;
  const knownToMe = new Set(peopleKnownTo(facts, me).map(one => one.id));
  const known = (ids: readonly ParticipantId[]) => ids.filter(one => knownToMe.has(one));
  const isMine = scribe === me;
  return {
    ...wordsOf(record),
    ...{id, askedBy: scribe, isMine},
    madeAt: isoOf(madeAt === 0 && beganAt !== null ? beganAt : madeAt),
    beganAt: isoOrNull(beganAt),
    readBackAt: isoOrNull(readBackAt),
    endedAt: isoOrNull(endedAt),
    mayWrite: isMine && isWriting(record, now),
    mayChoose: isMine && isGoingOn(record, now),
    items: await itemsOf(ports, facts, record, me, known),
    choosable: known(peopleKnownTo(facts, record.speaker).map(one => one.id)).filter(
      one => one !== record.speaker,
    ),
    presentations: record.presentations.map(one => ({
      ...one,
      at: isoOf(one.at),
      by: knownToMe.has(one.by) ? one.by : null,
      present: known(one.present),
    })),
    drafts: isMine ? drafts : {},
  };
}

async function itemsOf(
  {sync, storage}: Pick<WithholdingPorts, 'sync' | 'storage'>,
  facts: PlanFacts,
  {items, speaker}: HouseSessionRecord,
  me: ParticipantId,
  known: (ids: readonly ParticipantId[]) => readonly ParticipantId[],
): Promise<readonly SessionItemView[]> {
  const found: SessionItemView[] = [];
  for (const {id, isShownByChild, isAsked} of items) {
    const item = facts.items.find(one => one.id === id);
    const place = facts.compartments.find(one => one.id === item?.compartmentId);
    if (item === undefined || place === undefined || !isReader(place, me)) continue;
    // What the child has put elsewhere since stands there under another id.
    const standing = await sync.withDocument(place.id, doc => standingItem(doc, [item.root], id));
    if (standing === null) continue;
    const readers = place.audience === null ? null : known(place.audience).filter(one => one !== speaker);
    const root = item.anchorRoot ?? item.root;
    const notWith = known((await choiceAbout(storage, item))?.notWith ?? []);
    found.push({id, root, readers, notWith, isShownByChild, isAsked});
  }
  return found;
}

function wordsOf(record: HouseSessionRecord): HouseSessionWords {
  const {parentAnswer, parentTold, manager, place, present, explained, limitsTold, prompts} = record;
  const {firstHouse, leftOut, chosen, readBackAnswer, readBack, endedAs, endedBy} = record;
  const {presentPlan, presented, feedback} = record;
  return {
    ...{parentAnswer, parentTold, manager, place, present, explained, limitsTold, prompts},
    ...{firstHouse, leftOut, chosen, readBackAnswer, readBack, endedAs, endedBy},
    ...{presentPlan, presented, feedback},
  };
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoOf(at);
}
