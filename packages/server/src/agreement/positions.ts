import {
  isOwnParty,
  mayKnowOf,
  mayTakePosition,
  newId,
  partyOf,
  receives,
  stancesOf,
  type CopyReason,
  type ItemId,
  type PlanId,
  type PositionId,
  type Reader,
  type Stance,
  type Try,
} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import {
  compartmentFactsOf,
  itemFactsOf,
  type CompartmentRecord,
  type ParticipantRecord,
  type PositionRecord,
} from '../storage/index.ts';
import {planFacts, type PlanFacts} from '../withholding/index.ts';
import type {AgreementPorts} from './agreement-ports.ts';
import {
  answersKnownTo,
  filePosition,
  partyViews,
  positionView,
  type Answers,
  type FilePosition,
  type PartyView,
  type PositionView,
} from './position-view.ts';
import {receivedBy, standingItems} from './standing-items.ts';
import type {Speaker} from './speaker.ts';
import {unanswered} from './unanswered.ts';
import {whatItSays} from './what-it-says.ts';
import {WordsCheck} from './words-check.ts';

/** What somebody says of an item for their party. */
export interface NewPosition {
  readonly party: string;
  readonly stance: Stance;
  readonly words: string;
  /** How often the party answered before, as far as the speaker knows. */
  readonly expectedVersion: number;
  /** Why words of a private note may stand where more people read. */
  readonly copyReason: CopyReason | null;
}

/** A position with whether its item says something else by now. */
export type StandingPosition = PositionView & {
  readonly isBeforeLastChange: boolean;
  /** When the side was asked, where it gave no answer of its own. */
  readonly tries?: readonly Try[];
};

/** What parties say of the items of every plan (domain 7.4). Silence is never an answer. */
export class Positions {
  readonly #ports: AgreementPorts;
  readonly #check: WordsCheck;

  constructor(ports: AgreementPorts) {
    this.#ports = ports;
    this.#check = new WordsCheck(ports);
  }

  /** Says what a person's own party thinks of an item. Refused where the party answered meanwhile, with what it said. */
  take(planId: PlanId, speaker: Speaker, itemId: ItemId, said: NewPosition): Promise<StandingPosition> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, sync, clock, random} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const {participant, session} = speaker;
      const {compartment, saw} = await this.#standing(facts, speaker, itemId);
      if (!isOwnParty(participant, said.party)) throw new RequestProblem('NOT_FOUND');
      if (!stancesOf(participant).includes(said.stance)) throw new RequestProblem('NOT_FOR_YOU_TO_DECIDE');
      const party = partyOf(participant);
      const before = await this.#answers(facts, speaker, one => one.itemId === itemId && one.party === party);
      const standing = before[0];
      if ((standing?.length ?? 0) !== said.expectedVersion) throw changed(standing, facts, speaker);
      const readers = facts.people.filter(({id}) =>
        receives(id, compartmentFactsOf(facts.plan, compartment)),
      );
      const checked = await this.#check.demand(facts, speaker, said, {compartment, itemId, readers});
      const record: PositionRecord = {
        id: newId<PositionId>(random),
        planId,
        compartmentId: compartment.id,
        itemId,
        party,
        by: participant.id,
        sessionId: session.id,
        at: clock.now(),
        stance: said.stance,
        words: said.words,
        saw,
      };
      await storage.record([
        {kind: 'position', put: record},
        {
          kind: 'audit',
          append: {
            ...{planId, at: clock.now(), actor: participant.id, sessionId: session.id},
            ...{action: 'positionTaken', compartmentId: compartment.id, itemIds: [itemId], subject: null},
            detail: {stance: said.stance},
          },
        },
        ...checked.notes,
      ]);
      checked.tell();
      await sync.tellRecords(planId, new Set(readers.map(({id}) => id)), ['positions']);
      const answers: Answers = [...(standing ?? []), record] as unknown as Answers;
      return {...positionView(answers, knownTo(facts, speaker)), isBeforeLastChange: false};
    });
  }

  /** What a session of a reader may show, of items that stand in the plan now. */
  async list(
    planId: PlanId,
    reader: Reader,
  ): Promise<{readonly positions: readonly StandingPosition[]; readonly parties: readonly PartyView[]}> {
    const facts = await planFacts(this.#ports, planId);
    const known = knownTo(facts, reader);
    const answers = await this.#answers(facts, reader);
    const says = new Map<string, string>();
    for (const [id, list] of Map.groupBy(answers, ([first]) => first.compartmentId)) {
      const wanted = new Set(list.map(([first]) => first.itemId as string));
      const items = await standingItems(this.#ports, facts, id, wanted);
      for (const [item, node] of items) says.set(item, whatItSays(node));
    }
    const received = receivedBy(facts, reader).map(({id}) => id);
    const standing = answers.flatMap(one => {
      const now = says.get(one[0].itemId);
      if (now === undefined) return [];
      return [{...positionView(one, known), isBeforeLastChange: one.at(-1)?.saw !== now}];
    });
    const silent = await unanswered(this.#ports, facts, reader, standing);
    return {
      parties: partyViews(facts, reader, received),
      positions: [...standing, ...silent.map(one => ({...one, isBeforeLastChange: false}))],
    };
  }

  /** The newest answers as a plan file says them, also of items that stand nowhere any more. */
  async inFile(planId: PlanId, reader: Reader): Promise<readonly FilePosition[]> {
    const facts = await planFacts(this.#ports, planId);
    const known = knownTo(facts, reader);
    return (await this.#answers(facts, reader)).map(one => filePosition(one, known));
  }

  async #standing(
    facts: PlanFacts,
    speaker: Speaker,
    itemId: ItemId,
  ): Promise<{compartment: CompartmentRecord; saw: string}> {
    const item = facts.items.find(({id}) => id === itemId);
    const compartment = facts.compartments.find(({id}) => id === item?.compartmentId);
    if (item === undefined || compartment === undefined) throw new RequestProblem('NOT_FOUND');
    const where = compartmentFactsOf(facts.plan, compartment);
    if (!mayTakePosition(speaker, facts.plan.stage, where, item.root, itemFactsOf(item)))
      throw new RequestProblem('NOT_FOUND');
    const items = await standingItems(this.#ports, facts, compartment.id, new Set([itemId]));
    const node = items.get(itemId);
    if (node === undefined) throw new RequestProblem('NOT_FOUND');
    return {compartment, saw: whatItSays(node)};
  }

  async #answers(
    facts: PlanFacts,
    reader: Reader,
    isWanted: (record: PositionRecord) => boolean = () => true,
  ): Promise<Answers[]> {
    const received = new Set(receivedBy(facts, reader).map(({id}) => id));
    const records = (await this.#ports.storage.positions(facts.plan.id)).filter(
      one => received.has(one.compartmentId) && isWanted(one),
    );
    return answersKnownTo(records, facts.everyone, reader);
  }
}

function knownTo(facts: PlanFacts, reader: Reader): readonly ParticipantRecord[] {
  return facts.everyone.filter(one => mayKnowOf(reader, one));
}

function changed(standing: Answers | undefined, facts: PlanFacts, speaker: Speaker): RequestProblem {
  if (standing === undefined) return new RequestProblem('POSITION_CHANGED', undefined, {position: null});
  const {stance, words, by, byName, at, version} = positionView(standing, knownTo(facts, speaker));
  return new RequestProblem('POSITION_CHANGED', undefined, {
    position: {stance, words, by, byName, at, version},
  });
}
