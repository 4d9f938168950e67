import {isOpen} from '@goldthread/schema/proposals';
import type {Proposal} from '../../records/proposals.ts';

type State = Proposal['state'];

/** The order in which a room goes through what was suggested, which is also which of several states is an item's. */
export const STATES = [
  'different',
  'countered',
  'proposed',
  'agreed',
  'withdrawn',
] as const satisfies readonly State[];

/** How far the wording of one item has come, by whom and when. */
export interface ItemState {
  readonly state: State;
  /** The side that brought it there. */
  readonly name: string;
  readonly at: Date | null;
}

/** The state of an item for which something was suggested: what is still to be settled before what is over. */
export function itemStateOf(proposals: readonly Proposal[]): ItemState | null {
  const state = STATES.find(one => proposals.some(proposal => proposal.state === one));
  const latest = proposals
    .filter(one => one.state === state)
    .map(lastStep)
    .sort((one, other) => (one.at?.getTime() ?? 0) - (other.at?.getTime() ?? 0))
    .at(-1);
  return state === undefined || latest === undefined ? null : {state, ...latest};
}

function lastStep({name, at, steps}: Proposal): {readonly name: string; readonly at: Date | null} {
  const {name: who, at: when} = steps.at(-1) ?? {name, at};
  return {name: who, at: when};
}

/** Whether nobody has to do anything about it any more, so that it is shown on asking only. */
export function isOver({state}: Proposal): boolean {
  return state === 'agreed' || state === 'withdrawn';
}

/** Whether it is what the reader's own side suggests now. */
export function isOwnAndOpen({state, choices}: Proposal): boolean {
  return isOpen(state) && choices.includes('withdraw');
}
