import {html, nothing, type TemplateResult} from 'lit';
import {people as peopleWords} from '../../words/en/people.ts';
import {session as say} from '../../words/en/session.ts';
import {houseName} from '../houses/said-item.ts';
import {nameFor} from '../screen/name-for.ts';
import {namedLines} from '../screen/named-lines.ts';
import {itemList} from './during-pages.ts';
import type {GuideHost} from './guide-host.ts';
import {momentText} from './guide-parts.ts';

/** All that is written down of a session, to read. */
export function summaryBody(guide: GuideHost): TemplateResult {
  const {session, facts} = guide;
  const words = say.summary;
  const parent = session.parentAnswer === '' ? '' : say.parent.answers[session.parentAnswer];
  const readBack =
    session.readBackAt === null ? words.notRead : `${momentText(session.readBackAt)}. ${session.readBack}`;
  const ended = session.endedAs === '' ? '' : say.end.answers[session.endedAs];
  const first = session.firstHouse === '' ? '' : houseName(guide.seen, session.firstHouse);
  const lines: readonly (readonly [string, string])[] = [
    [words.parent, [parent, session.parentTold].filter(Boolean).join('. ')],
    [words.manager, session.manager],
    [words.present, session.present.join(', ')],
    [words.told, session.limitsTold],
    [words.first, first],
    [words.leftOut, peopleWords.and(session.leftOut.map(root => houseName(guide.seen, root)))],
    [words.chosen, session.chosen],
    [words.readBack, readBack],
    [words.ended, [ended, session.endedBy].filter(Boolean).join('. ')],
  ];
  return html`<p>${say.when(momentText(session.beganAt ?? session.madeAt), session.place)}</p>
    <p class="note">
      ${say.heldBy(nameFor(facts, session.askedBy, say))} ${session.isMine ? nothing : say.readOnly}
    </p>
    ${namedLines(lines)}
    <h2>${words.words}</h2>
    ${session.items.length === 0 ? html`<p>${say.write.none}</p>` : itemList(guide)}`;
}
