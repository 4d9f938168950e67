import type {Proposal} from '../../records/proposals.ts';
import type {PlanFacts} from '../../sync/plan-facts.ts';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {suggest as say} from '../../words/en/suggest.ts';

/** Whose words they are. */
export function titleOf(
  {name, by}: Proposal,
  answered: Proposal | null,
  isOwn: boolean,
  facts: PlanFacts | null,
): string {
  if (answered !== null) return say.suggestsBack(name, answered.name);
  if (!isOwn) return say.suggests(name);
  return by === facts?.me.id ? say.yours : say.yourSide(name);
}

/** How far it has come. */
export function stateLine({state, steps}: Proposal): string {
  return steps.at(-1)?.step === 'settle' ? say.states.settled : say.states[state];
}

/** What was answered, by whom and when, with the reason that was given. */
export function stepLines({steps}: Proposal): readonly string[] {
  return steps.map(({step, name, at, reason}) => {
    const day = at === null ? '' : say.onDay(plainDay(dayIn(at)));
    return `${say.steps[step](name, day)}${reason === '' ? '' : ` ${say.why(reason)}`}`;
  });
}
