import fc from 'fast-check';
import {ITEM_TYPES} from '../plan/item-types.ts';
import type {ItemTypeName} from '../plan/item-type.ts';
import {LINK_REL_SPECS} from '../plan/link-rel-spec.ts';
import type {PlanType, SectionSpec} from '../plan/plan-type.ts';
import {EHCP} from '../plan/plan-types.ts';
import {STAGES} from '../plan/stage.ts';
import {arbitraryItemBody, arbitraryLine} from './arbitrary-item.ts';
import {PEOPLE, planFile, type Loose} from './plan-builder.ts';

const KEYS = PEOPLE.map(({key}) => String(key));

const HOUSE_LISTS: Readonly<Record<string, string>> = {
  'house:good': 'goodThings',
  'house:worries': 'worries',
  'house:dreams': 'dreams',
};

interface Draft {
  readonly list: string;
  readonly group: SectionSpec['group'];
  readonly body: Loose & {readonly type: ItemTypeName};
  readonly audience: unknown;
  readonly links: readonly (readonly [number, number])[];
}

/** Where the items of one section stand in a file: a letter, a column or a house. */
function listsOf(section: SectionSpec): {list: string; types: readonly ItemTypeName[]}[] {
  if (section.letter) return [{list: section.letter, types: section.itemTypes}];
  if (section.group === 'house') return [{list: HOUSE_LISTS[section.root] ?? '', types: section.itemTypes}];
  const types = section.itemTypes.filter(type => type !== 'networkMember');
  const column = {list: section.root.slice('sos:'.length), types};
  return types.length === section.itemTypes.length
    ? [column]
    : [column, {list: 'network', types: ['networkMember']}];
}

function arbitraryDraft(section: SectionSpec): fc.Arbitrary<Draft[]> {
  const audience = fc.option(fc.oneof(fc.constant('everyone'), fc.subarray(KEYS), fc.constant(KEYS)), {
    nil: undefined,
  });
  const links = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), {maxLength: 2});
  const lists = listsOf(section).map(({list, types}) =>
    fc.array(
      fc
        .tuple(arbitraryItemBody(types), audience, links)
        .map(([body, who, some]): Draft => ({list, group: section.group, body, audience: who, links: some})),
      {maxLength: 2},
    ),
  );
  return fc.tuple(...lists).map(drafts => drafts.flat());
}

/** Gives each draft an id, and turns its picked numbers into links that may stand. */
function assemble(drafts: readonly Draft[]): (Draft & {item: Loose})[] {
  return drafts.map((draft, index) => {
    const rels = ITEM_TYPES[draft.body.type].links;
    const links = draft.links.flatMap(([relPick, targetPick]) => {
      const rel = rels[relPick % Math.max(1, rels.length)];
      if (rel === undefined) return [];
      const targets = drafts.flatMap(({body}, at) =>
        LINK_REL_SPECS[rel].targets.includes(body.type) ? [`i${at}`] : [],
      );
      const to = targets[targetPick % Math.max(1, targets.length)];
      return to === undefined ? [] : [{rel, to}];
    });
    const item = {
      ...draft.body,
      id: `i${index}`,
      ...(links.length > 0 && {links}),
      ...(draft.audience !== undefined && {audience: draft.audience}),
    };
    return {...draft, item};
  });
}

function listed(items: readonly (Draft & {item: Loose})[], group: Draft['group']): Loose {
  const lists: Record<string, Loose[]> = {};
  for (const {list, item} of items.filter(one => one.group === group)) (lists[list] ??= []).push(item);
  return lists;
}

/** A whole Plan JSON file that is right: items of every type, links that lead somewhere, every kind of audience. */
export function arbitraryPlanFile(planType: PlanType = EHCP): fc.Arbitrary<Loose> {
  return fc
    .tuple(fc.tuple(...planType.sections.map(arbitraryDraft)), fc.constantFrom(...STAGES), arbitraryLine)
    .map(([drafts, stage, communication]) => {
      const items = assemble(drafts.flat());
      return planFile({
        planType: planType.id,
        stage,
        child: {name: 'Jory Penhale-Adeyemi', calledName: 'Jory', communication},
        sections: listed(items, 'statutory'),
        signsOfSafety: listed(items, 'safety'),
        threeHouses: listed(items, 'house'),
        positions: items.slice(0, 3).map(({item}) => ({item: item.id, party: 'temi', stance: 'agree'})),
      });
    });
}
