import {
  cellOf,
  groupOf,
  PLAN_TYPES,
  SAFETY_COLUMNS,
  withName,
  type RootName,
  type SectionSpec,
} from '@goldthread/schema';
import * as Y from 'yjs';
import type {PlanSource} from '../../context/plan-source.ts';
import type {PersonOnPlan, PlanFacts, PresentPerson} from '../../sync/plan-facts.ts';
import {words} from '../../words/words.ts';
import type {OutlineEntry} from '../outline/outline.ts';
import type {PersonHere} from '../people/people.ts';
import type {SectionAccess} from '../section/section.ts';
import type {StopReason} from '../stop-page/stop-page.ts';
import type {KeptWords} from '../unsent/unsent.ts';

/** Roles that meet the plan as a family does: first on a phone, in their own words. */
const FAMILY: ReadonlySet<string> = new Set(['child', 'parent', 'carer', 'family']);

/** Whether this person is shown the family's screens on a phone. */
export function isFamily(facts: PlanFacts | null): boolean {
  return facts !== null && FAMILY.has(facts.me.role);
}

/**
 * The sections that this reader has received, in the order of the plan. Where nothing has to do with keeping the child safe there is
 * no map.
 */
export function receivedSections(source: PlanSource): readonly SectionSpec[] {
  const type = source.facts === null ? undefined : PLAN_TYPES[source.facts.planType];
  const isShown = hasMap(source) ? () => true : ({group}: SectionSpec) => group !== 'safety';
  return (type?.sections ?? [])
    .filter(one => source.docFor(one.root) !== undefined && isShown(one))
    .map(one => asCalled(one, source.facts?.houses?.[one.root]));
}

const called: Record<string, SectionSpec> = {};

/** A house by the name that the child gave it: the same one for the same name, so that it isn't drawn anew. */
function asCalled(section: SectionSpec, name: string | undefined): SectionSpec {
  if (!name) return section;
  const plainTitle = `${name} (${section.plainTitle})`;
  return (called[plainTitle] ??= {...section, plainTitle});
}

/** Whether there is a safety map for this reader: the plan says so, or something stands on it that they receive. */
function hasMap({facts, docs}: PlanSource): boolean {
  return (
    facts?.safety != null ||
    [...docs.values()].some(({kind, doc}) =>
      kind === 'withheld'
        ? doc.getXmlFragment('items').toArray().some(isBesideMap)
        : kind === 'shared' && SAFETY_COLUMNS.some(column => doc.getXmlFragment(`sos:${column}`).length > 0),
    )
  );
}

function isBesideMap(item: unknown): boolean {
  const root: unknown = item instanceof Y.XmlElement ? item.getAttribute('anchor.root') : '';
  return typeof root === 'string' && root.startsWith('sos:');
}

/** Why there is no plan to show; null while there is one, or may soon be. */
export function stopReason(source: PlanSource | null): StopReason | null {
  const status = source?.status ?? 'opening';
  if (status === 'gone') return 'noAccess';
  if (status === 'signedOut') return 'signedOut';
  const outOfDate = [...(source?.docs.values() ?? [])].some(open => open.state.kind === 'outOfDate');
  if (outOfDate) return 'outOfDate';
  return status === 'unreachable' ? 'failed' : null;
}

/** A section's plain name with the child's name in it. */
export function titleOf(section: SectionSpec, childName: string): string {
  return withName(section.plainTitle, childName);
}

/** A section's name as others are told of it: "F", or its plain title where it has no letter. */
export function partName(section: SectionSpec, childName: string): string {
  return section.letter ?? titleOf(section, childName);
}

/** What this person may do in a section now; asks the document's rights first and the table for the wording. */
export function accessIn(source: PlanSource, root: RootName): SectionAccess {
  const doc = source.docFor(root);
  if (source.facts === null || doc === undefined || !doc.writableRoots.includes(root)) return 'read';
  const group = groupOf(root);
  const cell = group === undefined ? 'yes' : cellOf(source.facts.me.role, source.facts.stage, group);
  return cell === 'own' || cell === 'scribe' || cell === 'dispute' ? 'own' : 'write';
}

/** The outline's lines. Who is in a section is said in words below its name. */
export function outlineEntries(
  source: PlanSource,
  sections: readonly SectionSpec[],
): readonly OutlineEntry[] {
  const child = source.facts?.childName ?? '';
  // Every asking walks through the documents to where each person's caret stands.
  const {presence} = source;
  return sections.map(section => ({
    root: section.root,
    letter: section.letter ?? '',
    title: titleOf(section, child),
    group: section.group,
    state: whoIsIn(presence, section.root),
  }));
}

function whoIsIn(present: readonly PresentPerson[], root: RootName): string {
  const names = present
    .filter(person => !person.isMe && person.root === root)
    .map(person => firstName(person.name));
  return names.length === 0 ? '' : words.plan.areHere(words.people.and(names), names.length);
}

/** The name people call each other by in a meeting: titles stay, "Dr Oluchi Brandt" is "Dr Brandt". */
export function firstName(name: string): string {
  const parts = name.split(' ');
  if (/^(Dr|Mr|Mrs|Ms|Miss|Prof)$/.test(parts[0] ?? '')) return `${parts[0] ?? ''} ${parts.at(-1) ?? ''}`;
  return parts[0] ?? name;
}

/** Everyone on the plan as the people panel shows them: who is here first. Hidden people are in no list at all. */
export function peopleHere(
  source: PlanSource,
  sections: readonly SectionSpec[],
  mine: RootName | null,
): readonly PersonHere[] {
  const facts = source.facts;
  if (facts === null) return [];
  const {presence} = source;
  return facts.people
    .map(person => {
      const present = presence.find(one => one.id === person.id);
      const root = person.isMe ? mine : (present?.root ?? null);
      const section = sections.find(one => one.root === root);
      return {
        id: person.id,
        name: person.name,
        what: whatOf(person),
        isMe: person.isMe,
        isHere: present !== undefined,
        where:
          section === undefined
            ? words.people.nowhere
            : words.people.inPart(partName(section, facts.childName)),
        hand: present?.hand ?? 1,
        canFollow: !person.isMe && present !== undefined,
      };
    })
    .sort((a, b) => Number(b.isMe) - Number(a.isMe));
}

/** What a person is to the child or on the plan, in words. */
export function whatOf(person: PersonOnPlan): string {
  return person.relationship === '' ? words.people.roles[person.role] : person.relationship;
}

/** The words that could not be stored, with the name of the part in which they were typed. */
export function keptWords(source: PlanSource, sections: readonly SectionSpec[]): readonly KeptWords[] {
  const child = source.facts?.childName ?? '';
  return source.unsent.map(one => {
    const section = sections.find(other => other.root === one.root);
    return {
      id: one.id,
      text: one.text,
      why: one.why,
      part:
        one.root === 'items' ? words.plan.privateNote : section === undefined ? '' : titleOf(section, child),
      canPutBack: one.asks !== true && section !== undefined && accessIn(source, section.root) !== 'read',
      asks: one.asks === true,
    };
  });
}
