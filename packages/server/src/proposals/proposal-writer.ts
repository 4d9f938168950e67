import {
  newId,
  partyOf,
  type CopyReason,
  type ItemId,
  type ParticipantId,
  type ProposalId,
  type RootName,
} from '@goldthread/schema';
import {
  afterStep,
  nodeOf,
  wordingOf,
  type ProposalChoice,
  type ProposalStep,
} from '@goldthread/schema/proposals';
import {elementOf, readElement} from '@goldthread/schema/ydoc';
import {WordsCheck, type Checked, type Speaker} from '../agreement/index.ts';
import {RequestProblem} from '../errors.ts';
import {
  proposalRoot,
  type AuditEntry,
  type ItemRecord,
  type ProposalRecord,
  type RecordChange,
} from '../storage/index.ts';
import type {OwnChange} from '../sync/index.ts';
import {isReader, type PlanFacts} from '../withholding/index.ts';
import type {Place} from './place.ts';
import type {ProposalPorts} from './proposal-ports.ts';
import {startOfAnswer} from './starting-words.ts';
import {elementIn} from './wording-in.ts';

/** Why somebody suggests other words, or answers. */
export interface Said {
  readonly reason: string;
  /** Why words of a private note may stand where more people read. */
  readonly copyReason: CopyReason | null;
}

/** Where the words of a proposal are typed. */
export interface Opened {
  readonly proposalId: ProposalId;
  readonly compartmentId: string;
  readonly root: RootName;
}

/** What somebody does to a proposal, and what comes of it. */
interface Step {
  readonly step: ProposalChoice;
  readonly said: Said;
  /** Other proposals that it ends. */
  readonly settled?: readonly ProposalRecord[];
  readonly changes?: readonly OwnChange[];
}

/** Writes what is suggested and answered: documents, records and audit in one commit; then tells the readers. It decides nothing. */
export class ProposalWriter {
  readonly #ports: ProposalPorts;
  readonly #check: WordsCheck;

  constructor(ports: ProposalPorts) {
    this.#ports = ports;
    this.#check = new WordsCheck(ports);
  }

  /** Opens a place for other words, in answer to some or to none. */
  async begin(
    facts: PlanFacts,
    speaker: Speaker,
    place: Place,
    said: Said,
    answered: ProposalRecord | null,
  ): Promise<Opened> {
    const {sync, clock, random} = this.#ports;
    const {item, compartment} = place;
    const {participant, session} = speaker;
    const checked = await this.#checked(facts, speaker, place, said);
    const id = newId<ProposalId>(random);
    const wordingId = newId<ItemId>(random);
    const root = proposalRoot(id);
    const at = clock.now();
    let base: ProposalRecord['base'] = {type: item.type};
    const record = (): ProposalRecord => ({
      ...{id, planId: facts.plan.id, compartmentId: compartment.id, itemId: item.id, wordingId},
      ...{party: partyOf(participant), by: participant.id, sessionId: session.id, at, reason: said.reason},
      ...{base, answersTo: answered?.id ?? null, state: 'proposed', steps: [], hasMoved: false},
    });
    const wordingItem: ItemRecord = {
      ...item,
      ...{id: wordingId, root, anchorRoot: null, owner: participant.id, typedBy: null},
      ...{sessionId: session.id, createdAt: at},
    };
    const parent = answered === null ? [] : [this.stepped(speaker, answered, 'counter', said.reason)];
    const change: OwnChange = {
      id: compartment.id,
      items: [wordingItem],
      write(doc) {
        const element = elementIn(doc, facts.planType, compartment, item.id);
        if (element === null) throw new RequestProblem('NOT_FOUND');
        const node = readElement(element);
        const now = wordingOf(node);
        const start = answered === null ? {words: now, base: now} : startOfAnswer(doc, answered, now);
        base = nodeOf(node.type, item.id, start.base);
        doc.getXmlFragment(root).push([elementOf(nodeOf(node.type, wordingId, start.words))]);
      },
    };
    const note = this.#note(facts, speaker, place, 'proposed', answered === null ? {} : {step: 'counter'});
    await sync.writeAsServer([change], () => [
      {kind: 'proposal', put: record()},
      ...parent.map(put => ({kind: 'proposal', put}) as const),
      note,
      ...checked.notes,
    ]);
    checked.tell();
    await this.#tell(facts, place);
    return {proposalId: id, compartmentId: compartment.id, root};
  }

  /** A record after a step that is possible; the caller looked. */
  stepped(
    {participant}: Speaker,
    record: ProposalRecord,
    step: ProposalStep,
    reason: string,
  ): ProposalRecord {
    const state = afterStep(record.state, step) ?? record.state;
    const {id: by} = participant;
    const taken = {step, by, party: partyOf(participant), at: this.#ports.clock.now(), reason};
    return {...record, state, steps: [...record.steps, taken]};
  }

  /** Writes a step of a proposal with what it changes; gives the record as it is then. */
  async step(
    facts: PlanFacts,
    speaker: Speaker,
    place: Place,
    record: ProposalRecord,
    {step, said, settled = [], changes = []}: Step,
  ): Promise<ProposalRecord> {
    const {storage, sync} = this.#ports;
    const checked = await this.#checked(facts, speaker, place, said);
    const stepped = this.stepped(speaker, record, step, said.reason);
    const records: RecordChange[] = [
      ...[stepped, ...settled].map(put => ({kind: 'proposal', put}) as const),
      this.#note(facts, speaker, place, 'proposalAnswered', {step}),
      ...checked.notes,
    ];
    if (changes.length === 0) await storage.record(records);
    else await sync.writeAsServer(changes, records);
    checked.tell();
    await this.#tell(facts, place);
    return stepped;
  }

  #checked(facts: PlanFacts, speaker: Speaker, place: Place, said: Said): Promise<Checked> {
    const ids = this.#readers(facts, place);
    const readers = facts.people.filter(({id}) => ids.has(id));
    const {item, compartment} = place;
    const words = {words: said.reason, copyReason: said.copyReason};
    return this.#check.demand(facts, speaker, words, {compartment, itemId: item.id, readers});
  }

  #note(
    {plan}: PlanFacts,
    {participant, session}: Speaker,
    {item, compartment}: Place,
    action: 'proposed' | 'proposalAnswered',
    detail: AuditEntry['detail'],
  ): RecordChange {
    const by = {actor: participant.id, sessionId: session.id, at: this.#ports.clock.now()};
    const about = {planId: plan.id, compartmentId: compartment.id, itemIds: [item.id], subject: null};
    return {kind: 'audit', append: {...by, ...about, action, detail}};
  }

  /** The roots of its document and who may write in them are others now; whoever reads there is told to look. */
  async #tell(facts: PlanFacts, place: Place): Promise<void> {
    await this.#ports.sync.changed(facts.plan.id);
    await this.#ports.sync.tellRecords(facts.plan.id, this.#readers(facts, place), ['proposals']);
  }

  #readers({people}: PlanFacts, {compartment}: Place): ReadonlySet<ParticipantId> {
    return new Set(people.flatMap(({id}) => (isReader(compartment, id) ? [id] : [])));
  }
}
