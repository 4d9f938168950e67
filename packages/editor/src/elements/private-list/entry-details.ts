import {html, type TemplateResult} from 'lit';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {people} from '../../words/en/people.ts';
import {privateList} from '../../words/en/private-list.ts';
import {withhold} from '../../words/en/withhold.ts';
import {namedLines} from '../screen/named-lines.ts';
import {knownOf, type PrivateEntry} from './entry-view.ts';

/** All that was written down about a decision; what was left empty isn't listed. */
export function entryDetails(entry: PrivateEntry): TemplateResult {
  const {decision, nameOf, what} = entry;
  const say = privateList.fields;
  const lines: readonly (readonly [string, string])[] = [
    [say.why, withhold.why.reasons[decision.reasonCode]],
    [say.known, knownOf(entry)],
    [say.readers, people.and(decision.audience.map(nameOf))],
    [say.facts, decision.factBase],
    [say.ground, decision.legalGround],
    [say.tried, decision.alternatives],
    [say.told, decision.childTold],
    [say.open, decision.openReason],
  ];
  return html`<details>
    <summary aria-label=${privateList.moreOf(what)}>${privateList.more}</summary>
    <p class="by">${decidedBy(entry)}</p>
    ${namedLines(lines)}
  </details>`;
}

function decidedBy({decision: {proposedBy, proposedAt}, nameOf}: PrivateEntry): string {
  const day = plainDay(dayIn(proposedAt));
  return proposedBy === null ? privateList.decidedOn(day) : privateList.decided(nameOf(proposedBy), day);
}
