import {LINK_REL_SPECS} from '../plan/link-rel-spec.ts';
import {ITEM_TYPES} from '../plan/item-types.ts';
import {QUOTES} from '../plan/link-rel.ts';
import {sectionOf, type PlanType} from '../plan/plan-type.ts';
import {checkNode} from '../prosemirror/check-node.ts';
import type {PlanItem} from './item-schema.ts';
import {itemNode} from './item-node.ts';
import {belongsIn, placesOf} from './places.ts';
import type {Plan} from './plan-file.ts';
import type {PlanProblem} from './plan-problem.ts';
import {isEveryone} from './split-for-import.ts';

/** Collects problems; `at` is the path of the thing that is wrong. */
type Report = (at: string, sentence: string) => void;

/** What a file can be wrong about though each of its fields is right: places, names and references. */
export function checkItems(plan: Plan, planType: PlanType): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const report: Report = (path, sentence) => problems.push({path, message: `${path}: ${sentence}.`});
  const types = itemTypes(plan, report);
  const sessions = new Set((plan.threeHouses?.sessions ?? []).map(session => session.id));
  for (const {path, root, items} of placesOf(plan)) {
    const section = sectionOf(planType, root);
    if (!section) report(path, `the plan type "${planType.id}" has no such section`);
    items.forEach((item, index) => {
      const at = `${path}[${index}]`;
      const allowed =
        (section?.itemTypes.includes(item.type) && belongsIn(path, item.type)) || isPrivateNote(plan, item);
      if (section && !allowed) report(`${at}.type`, `an item of type "${item.type}" may not stand here`);
      checkLinks(item, at, types, report);
      if (item.session !== undefined && !sessions.has(item.session)) {
        report(`${at}.session`, `there is no session "${item.session}"`);
      }
      if (item.variantOf !== undefined && !types.has(item.variantOf)) {
        report(`${at}.variantOf`, `there is no item "${item.variantOf}"`);
      }
      if (typeof item.text !== 'string' && checkNode(itemNode(item, item.id)) !== null) {
        report(`${at}.text`, 'this ProseMirror JSON may not stand in an item');
      }
    });
  }
  for (const [index, {about}] of (plan.signsOfSafety?.scales ?? []).entries()) {
    if (about !== undefined && types.get(about) !== 'danger') {
      report(`signsOfSafety.scales[${index}].about`, `there is no item "${about}" of type "danger"`);
    }
  }
  return problems;
}

/** A note stands beside any list, but in no open compartment: it names its readers, and they aren't everybody. */
function isPrivateNote(plan: Plan, item: PlanItem): boolean {
  return item.type === 'note' && item.audience !== undefined && !isEveryone(plan, item.audience);
}

/** The type of each item by its id; an id used twice is reported. */
function itemTypes(plan: Plan, report: Report): Map<string, PlanItem['type']> {
  const types = new Map<string, PlanItem['type']>();
  for (const {path, items} of placesOf(plan)) {
    items.forEach((item, index) => {
      if (types.has(item.id)) report(`${path}[${index}].id`, `the id "${item.id}" is already in use`);
      else types.set(item.id, item.type);
    });
  }
  return types;
}

function checkLinks(
  item: PlanItem,
  at: string,
  types: ReadonlyMap<string, PlanItem['type']>,
  report: Report,
): void {
  (item.links ?? []).forEach((link, index) => {
    const target = types.get(link.to);
    // A quotation is made of the child's words and never picked, so its link is none that a statement offers.
    const isQuotation = link.rel === QUOTES && item.type === 'statement';
    if (!isQuotation && !ITEM_TYPES[item.type].links.includes(link.rel)) {
      report(
        `${at}.links[${index}].rel`,
        `no link "${link.rel}" may lead from an item of type "${item.type}"`,
      );
    } else if (target === undefined) {
      report(`${at}.links[${index}].to`, `there is no item "${link.to}"`);
    } else if (!LINK_REL_SPECS[link.rel].targets.includes(target)) {
      report(`${at}.links[${index}].to`, `a link "${link.rel}" may not lead to an item of type "${target}"`);
    }
  });
}
