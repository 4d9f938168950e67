import {encodeQueryAwareness} from '@goldthread/schema/wire';
import {ADMIN} from '../../../packages/server/src/testing/index.ts';
import {prove, WHY} from '../emergency-stage.ts';
import {passTime, type Person} from '../proof/cast.ts';
import type {Someone} from '../proof/families/index.ts';
import type {Household} from './household.ts';

const ASKED = [
  '.',
  './people',
  './compartments',
  './my-items',
  './withholdings',
  './contacts',
  './break-glass',
  './audit',
  './records',
  './records?kinds=withholdings',
  './export?format=json',
];
const LEADERS: readonly Someone[] = ['keyworker', 'socialWorker'];
/** Whose access may be at rest for a while. */
const GUESTS: readonly Someone[] = ['doctor', 'teacher', 'otherParent', 'parentWithCare'];
/** More than what can be undone in. */
const A_WHILE_MS = 31_000;
const LONG_AGO = '2026-01-01T00:00:00Z';

/** Somebody asks for what there is to know, and opens all that they receive. */
export async function look(house: Household): Promise<void> {
  const who = house.anyOf(house.people);
  if (who === undefined) return;
  const person = house.session(who);
  for (const what of ASKED) if (house.dice.below(3) === 0) await house.cast.tell(person, 'GET', what);
  await openSome(house, person);
}

/** Somebody who leads sees the plan as another receives it. */
export async function lookAs(house: Household): Promise<void> {
  const who = house.anyOf(LEADERS);
  const other = house.dice.pick(house.people);
  if (who === undefined || other === undefined) return;
  await house.cast.tell(house.session(who), 'GET', `./as/${house.cast.id(other)}`);
}

/** A screen that a room looks at: it may show what each of them may know. */
export async function lookTogether(house: Household): Promise<void> {
  const who = house.anyOf(LEADERS);
  if (who === undefined) return;
  const others = house.some(
    house.people.filter(one => one !== who && !house.away.has(one)),
    4,
  );
  const room = await house.cast.openRoom(house.session(who), ...others);
  house.watch(room, [who, ...others]);
  for (const what of ['.', './people', './records', './withholdings'])
    await house.cast.tell(room, 'GET', what);
  await openSome(house, room);
  await house.cast.tell(room, 'DELETE', '/api/session');
}

/** Somebody sits at a session of which it isn't sure whose it is. */
export async function lookUnsure(house: Household): Promise<void> {
  const who = house.anyOf(house.people);
  if (who === undefined) return;
  const person = await house.signIn(who, false);
  for (const what of ASKED) if (house.dice.below(3) === 0) await house.cast.tell(person, 'GET', what);
  await openSome(house, person);
  await house.cast.tell(person, 'DELETE', '/api/session');
}

/** Opens some of the documents that somebody receives, asks who is there, and loses the line. */
async function openSome(house: Household, person: Person): Promise<void> {
  const all = await house.documents(person);
  for (const {id} of all) {
    const client = house.dice.below(2) === 0 ? await house.open(person, id) : undefined;
    if (client?.isOpen === true) client.send(encodeQueryAwareness());
    client?.cut();
  }
}

/** The doctor reads in an emergency what is for others, and has it open from then on. */
export async function breakGlass(house: Household): Promise<void> {
  if (house.away.has('doctor') || house.dice.below(3) > 0) return;
  const doctor = house.session('doctor');
  await prove(house.cast, doctor, 'manager');
  house.opensTo('doctor');
  house.did('doctor', './break-glass', await house.cast.tell(doctor, 'POST', './break-glass', WHY));
  for (const {id, kind} of await house.documents(doctor))
    if (kind === 'withheld') await house.open(doctor, id);
}

/** Somebody's access ends, or begins again. */
export async function changeAccess(house: Household): Promise<void> {
  const who = house.dice.pick(GUESTS);
  if (who === undefined) return;
  const {cast} = house;
  const path = `/api/plans/${cast.planId}/participants/${cast.id(who)}`;
  const isBack = house.away.has(who);
  if (isBack) house.isBack(who);
  const body = {accessEnds: isBack ? null : LONG_AGO};
  const answer = await cast.as('administrator', () =>
    cast.stage.ask({method: 'PATCH', path, headers: ADMIN, body}),
  );
  house.did('administrator', path, answer);
  if (isBack) {
    if (house.away.has('manager')) return;
    await cast.tell(house.session('manager'), 'POST', `./participants/${cast.id(who)}/approve`);
  } else {
    house.away.add(who);
  }
}

/** Time goes by: what is due is written anew, closed, escalated. */
export async function wait(house: Household): Promise<void> {
  if (house.dice.below(3) === 0) house.cast.stage.clock.skip(A_WHILE_MS);
  await passTime(house.cast.stage, [], 1000);
}
