import {SHINGLE_WORDS} from '@goldthread/schema/disclosure';
import type {CopyReason, ItemId} from '@goldthread/schema';
import {heldValues} from '../disclosure/index.ts';
import {RequestProblem} from '../errors.ts';
import type {CompartmentRecord, ParticipantRecord, RecordChange} from '../storage/index.ts';
import type {CopiedRun} from '../sync/index.ts';
import type {PlanFacts} from '../withholding/index.ts';
import type {AgreementPorts} from './agreement-ports.ts';
import type {Speaker} from './speaker.ts';

/** Where words would stand, and for whom. */
export interface Standing {
  readonly compartment: CompartmentRecord;
  /** The item beside which they would; `null` where they stand on a scale. */
  readonly itemId: ItemId | null;
  readonly readers: readonly ParticipantRecord[];
}

/** What is to be kept of words that may stand. */
export interface Checked {
  readonly notes: readonly RecordChange[];
  /** Tells those who keep a value that somebody wrote it who may not read it; once the words are stored. */
  tell(): void;
}

/** Holds words that are typed beside an item against what words typed in an item are held against (E07, E08). */
export class WordsCheck {
  readonly #ports: AgreementPorts;

  constructor(ports: AgreementPorts) {
    this.#ports = ports;
  }

  /** Ends the request where the words may not stand there. */
  async demand(
    facts: PlanFacts,
    speaker: Speaker,
    {words, copyReason}: {readonly words: string; readonly copyReason: CopyReason | null},
    {compartment, itemId, readers}: Standing,
  ): Promise<Checked> {
    if (words === '') return {notes: [], tell: () => undefined};
    const planId = facts.plan.id;
    const {participant, session} = speaker;
    const contacts = await this.#ports.storage.contacts(planId);
    const ids = readers.map(({id}) => id);
    const held = heldValues(contacts, speaker, words, ids);
    if (held.mustStop) throw new RequestProblem('PROTECTED_VALUE');
    // Private notes are known as soon as any document of the plan is open.
    await this.#ports.sync.withDocument(compartment.id, () => null);
    const to = {participantId: participant.id, session, compartmentId: compartment.id};
    const runs = await this.#ports.sync.copies.copiedIn(planId, to, words);
    if (runs.length > 0 && copyReason === null) throw new RequestProblem('COPIED_WORDS');
    return {
      notes: this.#notes(speaker, runs, planId, copyReason ?? ''),
      tell: () => {
        if (itemId === null) return;
        const writing = {...to, planId, sessionId: session.id, itemId};
        for (const token of held.sighted) this.#ports.watcher.sighted({...writing, token});
      },
    };
  }

  /** That words were brought from a private note, for the readers of that note. */
  #notes(
    {participant, session}: Speaker,
    runs: readonly CopiedRun[],
    planId: PlanFacts['plan']['id'],
    reason: string,
  ): RecordChange[] {
    return [...Map.groupBy(runs, ({from}) => from)].map(([compartmentId, list]) => ({
      kind: 'audit',
      append: {
        ...{planId, at: this.#ports.clock.now(), actor: participant.id, sessionId: session.id},
        ...{action: 'copied', compartmentId, itemIds: [], subject: null},
        detail: {reason, words: String(list.length + SHINGLE_WORDS - 1)},
      },
    }));
  }
}
