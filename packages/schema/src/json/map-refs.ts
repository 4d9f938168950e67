import type {PlanItem} from './item-schema.ts';
import type {Ref} from './names.ts';
import {placesOf} from './places.ts';
import type {Plan} from './plan-file.ts';
import {withAbout} from './scales.ts';

/** Gives a name of a file its new name. */
export type RenameRef = (ref: Ref) => Ref;

/** The same plan with other ids, wherever an id stands: items, links, positions, withholdings, sessions, scales. */
export function mapRefs(plan: Plan, rename: RenameRef): Plan {
  const items = (list: readonly PlanItem[] | undefined) => list?.map(item => mapItem(item, rename));
  const {signsOfSafety: safety, threeHouses: houses} = plan;
  return {
    ...plan,
    sections: Object.fromEntries(
      Object.entries(plan.sections).map(([letter, list]) => [letter, items(list)]),
    ),
    ...(safety && {
      signsOfSafety: defined({
        ...safety,
        worries: items(safety.worries),
        working: items(safety.working),
        next: items(safety.next),
        network: items(safety.network),
        scales: renamed(safety.scales, rename)?.map(one => withAbout(one, one.about && rename(one.about))),
      }),
    }),
    ...(houses && {
      threeHouses: defined({
        ...houses,
        goodThings: items(houses.goodThings),
        worries: items(houses.worries),
        dreams: items(houses.dreams),
        sessions: renamed(houses.sessions, rename),
      }),
    }),
    ...mapRecords(plan, rename),
  };
}

function mapItem(item: PlanItem, rename: RenameRef): PlanItem {
  return {
    ...item,
    id: rename(item.id),
    ...(item.links && {links: item.links.map(({rel, to}) => ({rel, to: rename(to)}))}),
    ...(item.session !== undefined && {session: rename(item.session)}),
    ...(item.variantOf !== undefined && {variantOf: rename(item.variantOf)}),
  };
}

function mapRecords(plan: Plan, rename: RenameRef): Partial<Plan> {
  return {
    ...(plan.positions && {
      positions: plan.positions.map(position => ({...position, item: rename(position.item)})),
    }),
    ...(plan.meetings && {meetings: plan.meetings.map(one => ({...one, id: rename(one.id)}))}),
    ...(plan.withholdings && {
      withholdings: plan.withholdings.map(one => ({
        ...one,
        id: rename(one.id),
        items: one.items.map(rename),
        ...(one.shapes && {shapes: one.shapes.map(rename)}),
      })),
    }),
  };
}

function renamed<T extends {id: Ref}>(records: T[] | undefined, rename: RenameRef): T[] | undefined {
  return records?.map(record => ({...record, id: rename(record.id)}));
}

function defined<T extends object>(record: T): T {
  // Leaving out what is undefined takes nothing away that the type promises.
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/** The plan with ids in the order in which they first stand in it, so that two plans can be compared but for ids. */
export function renumber(plan: Plan): Plan {
  const names = new Map<Ref, Ref>();
  const rename: RenameRef = ref => {
    const name = names.get(ref) ?? (`r${names.size + 1}` as Ref);
    names.set(ref, name);
    return name;
  };
  for (const {items} of placesOf(plan)) for (const item of items) rename(item.id);
  return mapRefs(plan, rename);
}
