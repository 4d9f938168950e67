import type {ItemTypeName} from './item-type.ts';
import type {RootName, SectionLetter} from './root.ts';

/** The two open compartments of a plan, and the kind of which it may have any number. */
type CompartmentKindName = 'shared' | 'voice' | 'withheld';

/** One section of a plan as data: where it lives, what it is called and what may stand in it. */
export interface SectionSpec {
  readonly root: RootName;
  readonly letter?: SectionLetter;
  /** The title for print and for staff, with the letter's meaning in law (domain 1.1). */
  readonly title: string;
  /** The title a parent understands; `{name}` stands for what the child likes to be called. */
  readonly plainTitle: string;
  /** What the section is for, in one plain sentence; may hold `{name}`. */
  readonly purpose: string;
  /** What the empty section says; may hold `{name}`. */
  readonly emptyPrompt: string;
  readonly itemTypes: readonly ItemTypeName[];
  readonly group: 'statutory' | 'safety' | 'house';
  readonly compartment: 'shared' | 'voice';
}

/** One kind of plan as data. A new kind is a new value of this, and no new code. */
export interface PlanType {
  readonly id: string;
  readonly name: string;
  readonly sections: readonly SectionSpec[];
}

/** The section that stands under a root, if this kind of plan has it. */
export function sectionOf(planType: PlanType, root: RootName): SectionSpec | undefined {
  return planType.sections.find(section => section.root === root);
}

/** The roots that a compartment of one kind has from the start; roots of proposals come one by one later. */
export function rootsOf(planType: PlanType, kind: CompartmentKindName): readonly RootName[] {
  if (kind === 'withheld') return ['items'];
  return planType.sections.filter(section => section.compartment === kind).map(section => section.root);
}

/**
 * The types of item that may stand below a root. A withheld compartment holds notes and whatever may stand on the
 * safety map or in a house, never statutory text (reg 12); a proposal holds the item that it proposes.
 */
export function itemTypesOf(planType: PlanType, root: RootName): readonly ItemTypeName[] {
  const section = sectionOf(planType, root);
  if (section) return section.itemTypes;
  const sections = planType.sections.filter(other => root !== 'items' || other.group !== 'statutory');
  const types = new Set(sections.flatMap(other => other.itemTypes));
  if (root === 'items') types.add('note');
  return root === 'items' || root.startsWith('p:') ? [...types] : [];
}

/** Puts what the child likes to be called into a title or sentence. */
export function withName(words: string, calledName: string): string {
  return words.replaceAll('{name}', calledName);
}
