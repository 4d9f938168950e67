import type {RootName} from '@goldthread/schema';
import {html} from 'lit';
import {disagree as say} from '../../words/en/disagree.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import type {ScreenPage} from '../screen/page.ts';
import {partNamed} from './matter-acts.ts';

/** The parts of a plan with which somebody may not agree as a whole: a child's houses are nobody's to agree with. */
export function partPage(plan: PlanHost, back: () => void, choose: (root: RootName) => void): ScreenPage {
  const parts = plan.sections.filter(({root}) => !root.startsWith('house:'));
  const body = html`<p class="hint">${say.partHint}</p>
    <ul>
      ${parts.map(
        ({root}) =>
          html`<li>
            <button class="quiet" type="button" @click=${() => choose(root)}>${partNamed(plan, root)}</button>
          </li>`,
      )}
    </ul>`;
  return {heading: say.whichPart, body, acts: null, back};
}
