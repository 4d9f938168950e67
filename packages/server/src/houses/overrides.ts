import {
  mayAgreeOverride,
  mayAskOverride,
  newId,
  type ChildTold,
  type CopyReason,
  type ItemId,
  type OverrideId,
  type ParticipantId,
  type PlanId,
  type RootName,
} from '@goldthread/schema';
import {demandCleared, lookFor, nodeText} from '../disclosure/index.ts';
import {RequestProblem} from '../errors.ts';
import {
  NOTHING_DECIDED,
  type ChoiceRecord,
  type CompartmentRecord,
  type ItemRecord,
  type Override,
  type RecordChange,
} from '../storage/index.ts';
import {
  carriedWith,
  compartmentFor,
  demandTold,
  heldEmerging,
  isReader,
  moveOwnItem,
  peopleKnownTo,
  planFacts,
  quotationsOut,
  standingItem,
  sureReader,
  type Actor,
  type PlanFacts,
  type WithholdingPorts,
} from '../withholding/index.ts';
import {isHeld} from './find-own.ts';
import {callAbout} from './help-call.ts';
import {choiceAbout} from './not-with.ts';
import {itemsToAsk, overrideView, type OverrideList, type OverrideView} from './override-view.ts';
import {makeDocument, writeOwn} from './write-own.ts';

/** What somebody asks for who wants one person more to read a child's words against the child's choice. */
export interface OverrideRequest {
  readonly itemId: ItemId;
  readonly reader: ParticipantId;
  readonly second: ParticipantId;
  readonly reason: string;
  /** `null` where nothing was written down of what the child was told. */
  readonly told: ChildTold | null;
  readonly cleared: readonly string[];
  readonly copyReason: CopyReason | null;
}

/**
 * Decisions against a child's choice of readers (domain 5.7, C11): one person asks, says why and what the child was told, and a second
 * one agrees. Whoever is asked to agree learns who asks, for whom and why, and none of the child's words.
 */
export class Overrides {
  readonly #ports: WithholdingPorts;

  constructor(ports: WithholdingPorts) {
    this.#ports = ports;
  }

  /** What somebody asked, was asked or reads by such a decision, and about what they may ask. */
  async list(planId: PlanId, me: ParticipantId): Promise<OverrideList> {
    const facts = await planFacts(this.#ports, planId);
    const {choices} = facts;
    const all = choices.flatMap(choice =>
      choice.overrides.flatMap(one => overrideView(facts, choice, one, me) ?? []),
    );
    // One decision may be about several items.
    const overrides = [...new Map(all.map(one => [one.id, one])).values()];
    return {overrides, items: await itemsToAsk(this.#ports, facts, choices, me)};
  }

  ask(planId: PlanId, actor: Actor, request: OverrideRequest): Promise<OverrideView> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, random, clock} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const {reader, second, reason, cleared, copyReason} = request;
      const [record, from] = await this.#find(facts, actor.id, request.itemId);
      const told = demandTold(request.told);
      const known = peopleKnownTo(facts, actor.id);
      const [me, one, other] = [actor.id, reader, second].map(id => known.find(person => person.id === id));
      if (me === undefined || one === undefined || other === undefined || one.hiddenFrom.length > 0)
        throw new RequestProblem('NOT_ON_PLAN');
      if (isReader(from, reader)) throw new RequestProblem('NAMED_TWICE');
      if (!mayAskOverride(me) || !mayAgreeOverride(other, {askedBy: me.id, reader}))
        throw new RequestProblem('MAY_NOT_OVERRIDE');
      const override: Override = {
        ...{id: newId<OverrideId>(random), reader, second, reason, told, cleared, copyReason},
        ...{askedBy: me.id, askedAt: clock.now(), agreedAt: null},
      };
      await this.#demandOpen(facts, actor, record, from, override, reader);
      const choice = await choiceAbout(storage, record);
      // Asked again for the same person it is one question, with what was said last.
      const others = (choice?.overrides ?? []).filter(was => was.reader !== reader || was.agreedAt !== null);
      const put = {...(choice ?? this.#newChoice(record)), overrides: [...others, override]};
      return this.#write(actor, 'readerAsked', record, [put], override);
    });
  }

  /** The second person agrees, and from then on the item is read by one person more. */
  agree(planId: PlanId, actor: Actor, id: string): Promise<OverrideView> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, random, clock} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const [choice, asked] = this.#asked(facts, actor.id, id);
      const me = facts.people.find(one => one.id === actor.id);
      const {reader} = asked;
      if (asked.second !== actor.id || asked.agreedAt !== null || me === undefined || reader === null)
        throw new RequestProblem('NOT_FOUND');
      if (!mayAgreeOverride(me, {...asked, reader})) throw new RequestProblem('MAY_NOT_OVERRIDE');
      const [record, from] = await this.#find(facts, asked.askedBy, choice.itemId);
      const asker = {id: asked.askedBy, sessionId: actor.sessionId};
      // Of the words themselves nothing is said to who doesn't read them.
      const notes = await this.#demandOpen(facts, asker, record, from, asked, reader).catch(() => {
        throw new RequestProblem('ALREADY_CHANGED');
      });
      const readers = [...(from.audience ?? []), reader];
      const {compartment: target, isNew} = compartmentFor(this.#ports, facts, readers);
      const moved = moveOwnItem({record, from, target, id: newId<ItemId>(random), facts}, () => undefined);
      const call = await callAbout(storage, record);
      const said = await carriedWith(storage, planId, [moved.move], true);
      if (isNew) await makeDocument(this.#ports, target);
      const agreed = {...asked, agreedAt: clock.now()};
      const overrides = choice.overrides.map(one => (one.id === id ? agreed : one));
      const changes = [...moved.changes, ...(await quotationsOut(this.#ports, facts, [record.id]))];
      await writeOwn(this.#ports, {
        ...{actor, record: moved.record, changes, said},
        more: [{kind: 'choice', put: {...choice, ...moved.move.to, overrides}}, ...notes],
        call: call === null ? null : {put: {...call, ...moved.move.to}, isNew: false},
        deed: {action: 'readerAdded', subject: reader, detail: {told: asked.told.how}},
      });
      return this.#viewOf(planId, actor.id, id);
    });
  }

  /** What the child was told by now; either of the two writes it down. */
  tell(planId: PlanId, actor: Actor, id: string, said: ChildTold | null): Promise<OverrideView> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const [choice, asked] = this.#asked(facts, actor.id, id);
      const told = demandTold(said);
      const place = facts.items.find(
        one => one.id === choice.itemId && one.compartmentId === choice.compartmentId,
      );
      if (place === undefined) throw new RequestProblem('NOT_FOUND');
      const look = await lookFor(this.#ports.storage, facts, sureReader(facts, actor.id), [asked.second]);
      look.demandNoValue([told.words], [asked.askedBy, asked.second]);
      const changes = facts.choices
        .filter(one => one.overrides.some(was => was.id === id))
        .map(one => ({...one, overrides: one.overrides.map(was => (was.id === id ? {...was, told} : was))}));
      return this.#write(actor, 'reviewed', place, changes, {...asked, told});
    });
  }

  async #write(
    actor: Actor,
    action: 'readerAsked' | 'reviewed',
    record: ItemRecord,
    choices: readonly ChoiceRecord[],
    {id, reader: subject, told, second, askedBy}: Override,
  ): Promise<OverrideView> {
    await writeOwn(this.#ports, {
      ...{actor, record, changes: [], more: choices.map(put => ({kind: 'choice', put}))},
      deed: {action, subject, detail: {told: told.how}},
    });
    await this.#ports.sync.tellRecords(record.planId, new Set([second, askedBy]), ['withholdings']);
    return this.#viewOf(record.planId, actor.id, id);
  }

  /** Demands that the words may be read by one person more: nothing of the store, nothing uncleared, no other private note. */
  async #demandOpen(
    facts: PlanFacts,
    asker: Actor,
    {id, root, anchorRoot}: ItemRecord,
    from: CompartmentRecord,
    {reason, told, cleared, copyReason, second}: Override,
    reader: ParticipantId,
  ): Promise<readonly RecordChange[]> {
    const standing = await this.#ports.sync.withDocument(from.id, doc => standingItem(doc, [root], id));
    if (standing === null) throw new RequestProblem('ALREADY_CHANGED');
    const readers = [...(from.audience ?? []), reader];
    const look = await lookFor(this.#ports.storage, facts, sureReader(facts, asker.id), readers);
    const text = nodeText(standing.node);
    const place: RootName = anchorRoot ?? root;
    look.demandNoValue([text], readers);
    look.demandNoValue([reason, told.words], [second, reader]);
    demandCleared(look.findAt([{text, root: place}]), cleared);
    const emerging = {texts: [text], readers, from: from.id, root: place};
    return heldEmerging(this.#ports, facts, asker, emerging, copyReason);
  }

  /** A child's own words in a house, which this person reads because the child chose them and no other decision holds. */
  async #find(
    facts: PlanFacts,
    me: ParticipantId,
    itemId: ItemId,
  ): Promise<readonly [ItemRecord, CompartmentRecord]> {
    const from = facts.compartments.find(
      one =>
        one.kind === 'withheld' &&
        isReader(one, me) &&
        facts.items.some(item => item.id === itemId && item.compartmentId === one.id),
    );
    const record = facts.items.find(one => one.id === itemId && one.compartmentId === from?.id);
    const isChilds = facts.people.some(({id, role}) => id === record?.owner && role === 'child');
    const isInHouse = record?.anchorRoot?.startsWith('house:') === true && record.type !== 'note';
    if (from === undefined || record === undefined || !isChilds || !isInHouse)
      throw new RequestProblem('NOT_FOUND');
    if (await isHeld(this.#ports.storage, record)) throw new RequestProblem('NOT_FOUND');
    return [record, from];
  }

  #asked(facts: PlanFacts, me: ParticipantId, id: string): readonly [ChoiceRecord, Override] {
    for (const choice of facts.choices)
      for (const one of choice.overrides)
        if (one.id === id && (one.askedBy === me || one.second === me)) return [choice, one];
    throw new RequestProblem('NOT_FOUND');
  }

  async #viewOf(planId: PlanId, me: ParticipantId, id: string): Promise<OverrideView> {
    const found = (await this.list(planId, me)).overrides.find(one => one.id === id);
    if (found === undefined) throw new RequestProblem('NOT_FOUND');
    return found;
  }

  #newChoice({id: itemId, planId, compartmentId}: ItemRecord): ChoiceRecord {
    const id = newId<ChoiceRecord['id']>(this.#ports.random);
    return {id, planId, compartmentId, itemId, notWith: [], ...NOTHING_DECIDED};
  }
}
