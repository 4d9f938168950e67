import {
  isProfessional,
  mayAgreeOverride,
  mayAskOverride,
  type ChildTold,
  type ParticipantId,
} from '@goldthread/schema';
import {saidWords} from '@goldthread/schema/traces';
import type {ChoiceRecord, Override} from '../storage/index.ts';
import {
  isReader,
  peopleKnownTo,
  standingItem,
  type PlanFacts,
  type WithholdingPorts,
} from '../withholding/index.ts';
import {isHeld} from './find-own.ts';

/** A decision against a child's choice, for somebody who asked it, was asked or reads by it. Times are ISO strings. */
export interface OverrideView {
  readonly id: string;
  /** `null` is everybody, where it was opened. */
  readonly reader: string | null;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly second: string;
  readonly told: ChildTold;
  readonly agreedAt: string | null;
  readonly mayAgree: boolean;
  readonly mayTell: boolean;
}

/** Words of a child about which somebody may ask. */
export interface ItemToAsk {
  readonly itemId: string;
  readonly words: string;
  readonly readers: readonly string[];
  /** Who the child says should not see it. */
  readonly notWith: readonly string[];
}

export interface OverrideList {
  readonly overrides: readonly OverrideView[];
  readonly items: readonly ItemToAsk[];
}

/** What one person may know of a decision; `null` is nothing. Never the child, who is told by a person. */
export function overrideView(
  facts: PlanFacts,
  {compartmentId}: ChoiceRecord,
  {id, reader, reason, askedBy, askedAt, second, told, agreedAt}: Override,
  me: ParticipantId,
): OverrideView | null {
  const person = facts.people.find(one => one.id === me);
  const compartment = facts.compartments.find(one => one.id === compartmentId);
  if (person === undefined || !isProfessional(person.role)) return null;
  const isOne = me === askedBy || me === second;
  const known = new Set(peopleKnownTo(facts, me).map(one => one.id));
  const mayKnow = known.has(askedBy) && known.has(second);
  // What was opened everybody reads, and why the child isn't told is for fewer.
  const reads =
    reader !== null && compartment !== undefined && isReader(compartment, me) && agreedAt !== null;
  if (!isOne && !(reads && mayKnow)) return null;
  return {
    ...{id, reader, reason, askedBy, second, told},
    askedAt: new Date(askedAt).toISOString(),
    agreedAt: agreedAt === null ? null : new Date(agreedAt).toISOString(),
    mayAgree:
      me === second && agreedAt === null && reader !== null && mayAgreeOverride(person, {askedBy, reader}),
    mayTell: isOne && told.how !== 'told',
  };
}

/** The child's own words that somebody reads and about whose readers they may ask. */
export async function itemsToAsk(
  {storage, sync}: Pick<WithholdingPorts, 'storage' | 'sync'>,
  facts: PlanFacts,
  choices: readonly ChoiceRecord[],
  me: ParticipantId,
): Promise<readonly ItemToAsk[]> {
  const person = facts.people.find(one => one.id === me);
  if (person === undefined || !mayAskOverride(person)) return [];
  const known = new Set<string>(peopleKnownTo(facts, me).map(({id}) => id));
  const children = new Set(facts.people.flatMap(({id, role}) => (role === 'child' ? [id] : [])));
  const found: ItemToAsk[] = [];
  for (const record of facts.items) {
    const {id, owner, anchorRoot, type, root} = record;
    const isOwn = owner !== null && children.has(owner) && type !== 'note';
    const place = facts.compartments.find(one => one.id === record.compartmentId && one.kind === 'withheld');
    if (place === undefined || !isOwn || anchorRoot?.startsWith('house:') !== true) continue;
    if (!isReader(place, me) || (await isHeld(storage, record))) continue;
    const standing = await sync.withDocument(place.id, doc => standingItem(doc, [root], id));
    if (standing === null) continue;
    const choice = choices.find(one => one.itemId === id && one.compartmentId === place.id);
    found.push({
      ...{itemId: id, words: saidWords(standing.node)},
      readers: (place.audience ?? []).filter(one => known.has(one)),
      notWith: choice?.notWith.filter(one => known.has(one)) ?? [],
    });
  }
  return found;
}
