import type {RootName} from '@goldthread/schema';
import {setViewport} from '@web/test-runner-commands';
import type {PlanIsland} from '../elements/island/island.ts';
import {GoldthreadPlan} from '../elements/plan/plan.ts';
import {until} from './assert.ts';
import {drawn, show} from './show.ts';
import {NOTE, WithheldPlan} from './withheld-plan.ts';

export const WORRIES: RootName = 'sos:worries';
const WIDE = {width: 1280, height: 900};
export const PHONE = {width: 375, height: 812};

/** A plan on the page, and what it is drawn from. */
export interface Opened {
  readonly plan: GoldthreadPlan;
  readonly session: WithheldPlan;
}

/** Opens a plan at the part in which private notes will stand. */
export async function openPlan(session = new WithheldPlan(), size = WIDE): Promise<Opened> {
  await setViewport(size);
  const plan = await show(new GoldthreadPlan(), {session, helpLine: '01632 960 188'});
  await plan.parts.elementOf(WORRIES)?.ready();
  await drawn(plan);
  return {plan, session};
}

/** Opens a plan with one private note after the first item. */
export async function openWithNote(
  session = new WithheldPlan(),
  size = WIDE,
): Promise<Opened & {readonly island: PlanIsland}> {
  session.addNote(NOTE, 'He said that he will come.');
  const opened = await openPlan(session, size);
  session.receive();
  return {...opened, island: await islandOf(opened.plan, 0)};
}

/** One island of a plan, from the top, once it can be written in. */
export async function islandOf(plan: GoldthreadPlan, at: number): Promise<PlanIsland> {
  await until('the island has its editor', () => islands(plan)[at]?.editor?.view.dom.isConnected === true);
  const island = islands(plan)[at];
  if (island === undefined) throw new Error('no island');
  await drawn(island);
  return island;
}

/** The islands of a plan from the top. */
export function islands(plan: GoldthreadPlan): readonly PlanIsland[] {
  return [...plan.querySelectorAll('goldthread-island')];
}

/** What stands in the part from top to bottom: items by their first paragraph, islands in brackets. */
export function reading(plan: GoldthreadPlan): string {
  const editor = plan.parts.elementOf(WORRIES)?.editor;
  return [...(editor?.view.dom.children ?? [])]
    .flatMap(child => {
      if (child.matches('goldthread-island')) {
        return [`[${child.querySelector('.ProseMirror')?.textContent ?? ''}]`];
      }
      if (child.matches('.goldthread-informed')) return [`(${child.textContent})`];
      return child.matches('article') ? [child.querySelector('p')?.textContent ?? ''] : [];
    })
    .join(' | ');
}
