import {READ_BACK_ANSWERS, SESSION_ENDS} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {clockTime, dayIn, plainDay} from '../../words/clock-time.ts';
import {whyAsked} from '../../words/en/disclosure.ts';
import {session as say} from '../../words/en/session.ts';
import type {SessionItem} from '../../records/house-sessions.ts';
import {houseName, quoted} from '../houses/said-item.ts';
import {spoken} from '../houses/spoken.ts';
import {faceOf} from '../houses/faces.ts';
import {picture} from '../houses/picture.ts';
import {mayOpenRoom} from '../plan/more-screens.ts';
import {pick, tick} from '../screen/rows.ts';
import {choose, keepReaction} from './guide-acts.ts';
import type {Choosing, GuideHost} from './guide-host.ts';
import {box, momentText, namesOf, wordsFor} from './guide-parts.ts';

/** Step 8: everything that was written, to be read aloud, and whether it is right. */
export function readBody(guide: GuideHost): TemplateResult {
  const {session, facts} = guide;
  const words = say.read;
  const {readBackAt} = session;
  if (readBackAt !== null)
    return html`<p>${words.done(plainDay(dayIn(readBackAt)), clockTime(readBackAt))}</p>`;
  return html`<p class="hint">${words.hint(facts.childName)}</p>
    ${session.items.length === 0 ? html`<p>${say.write.none}</p>` : nothing}
    <ul class="items">
      ${session.items.map(({id}) => {
        const one = wordsFor(guide, id);
        if (one === undefined) return nothing;
        return html`<li class="aloud">
          <p class="note">${houseName(guide.seen, one.root)}</p>
          <p class="words">${quoted(one)}</p>
          ${
            session.mayWrite
              ? html`<button
                  class="quiet"
                  type="button"
                  aria-label=${words.changeOf(spoken(one))}
                  @click=${() => guide.goToWords(one)}
                >
                  ${words.change}
                </button>`
              : nothing
          }
        </li>`;
      })}
    </ul>
    <fieldset>
      <legend>${words.ask}</legend>
      ${READ_BACK_ANSWERS.map(answer =>
        pick('readBack', {label: words.answers[answer], isOn: session.readBackAnswer === answer}, () =>
          guide.set({readBackAnswer: answer}),
        ),
      )}
    </fieldset>
    ${box(guide, 'readBack', {label: words.words, written: session.readBack})}
    <p class="note">${words.after(facts.childName)}</p>`;
}

/** What is missing before it counts as read back; empty where nothing is. */
export function readProblem(guide: GuideHost): string {
  if (guide.session.readBackAnswer === '') return say.read.choose;
  return guide.text('readBack', guide.session.readBack).trim() === '' ? say.read.sayHow : '';
}

/** Step 9: each thing, and whether the child was asked about it. */
export function shareBody(guide: GuideHost): TemplateResult {
  const {session, facts} = guide;
  const words = say.share;
  return html`<p class="hint">${words.hint(facts.childName)}</p>
    <p class="note">${words.told}</p>
    <blockquote>${session.limitsTold}</blockquote>
    ${session.items.length === 0 ? html`<p>${say.write.none}</p>` : nothing}
    <ul class="items">
      ${session.items.map(item => {
        const one = wordsFor(guide, item.id);
        if (one === undefined) return nothing;
        return html`<li>
          <p class="note">${houseName(guide.seen, one.root)}</p>
          <p class="words">${quoted(one)}</p>
          <p>${item.isAsked ? words.asked : words.notAsked} ${seenBy(guide, item)}</p>
          <button
            class="btn second"
            type="button"
            aria-label=${words.askOf(spoken(one))}
            @click=${() => guide.go({kind: 'ask', item: item.id})}
          >
            ${item.isAsked ? words.again : words.ask}
          </button>
        </li>`;
      })}
    </ul>`;
}

/** Who sees something, who should not, and whether the child shows it. */
export function seenBy({facts}: GuideHost, {readers, notWith, isShownByChild}: SessionItem): string {
  const words = say.share;
  const see =
    readers === null
      ? words.seenByAll
      : readers.length === 0
        ? words.onlyChild(facts.childName)
        : words.seenBy(namesOf(facts, readers));
  const not = notWith.length === 0 ? [] : [words.notBy(namesOf(facts, notWith))];
  return [see, ...not, ...(isShownByChild ? [words.shows(facts.childName)] : [])].join(' ');
}

/** Step 9, of one thing: picture cards of the people, as the child says it. */
export function askBody(guide: GuideHost, item: SessionItem): TemplateResult {
  const {facts, session, choosing} = guide;
  const words = say.share;
  const one = wordsFor(guide, item.id);
  const people = facts.people.filter(({id}) => session.choosable.includes(id));
  const {may, mayNot} = choosing;
  const toggle = (list: 'may' | 'mayNot', id: (typeof people)[number]['id'], isOn: boolean) => {
    const before = list === 'mayNot' ? mayNot : may === 'everyone' ? [] : may;
    const after = isOn ? [...before, id] : before.filter(other => other !== id);
    choose(guide, {[list]: after} satisfies Partial<Choosing>);
  };
  const card = (list: 'may' | 'mayNot', person: (typeof people)[number]) => {
    const isOn =
      list === 'mayNot' ? mayNot.includes(person.id) : may !== 'everyone' && may.includes(person.id);
    return html`<button
      class="card"
      type="button"
      aria-pressed=${isOn ? 'true' : 'false'}
      @click=${() => toggle(list, person.id, !isOn)}
    >
      ${picture(faceOf(person.id))}<span>${person.name}</span><small>${person.relationship}</small>
    </button>`;
  };
  return html`<blockquote>${one === undefined ? '' : quoted(one)}</blockquote>
    <div role="group" aria-labelledby="may">
      <h2 id="may">${words.may}</h2>
      ${tick({label: words.everyone, isOn: may === 'everyone'}, isOn => choose(guide, {may: isOn ? 'everyone' : []}))}
      ${may === 'everyone' ? nothing : html`<div class="cards">${people.map(person => card('may', person))}</div>`}
    </div>
    ${
      may === 'everyone'
        ? nothing
        : html`<div role="group" aria-labelledby="may-not">
            <h2 id="may-not">${words.mayNot}</h2>
            <div class="cards">
              ${people.filter(({id}) => !may.includes(id)).map(person => card('mayNot', person))}
            </div>
          </div>`
    }
    ${tick({label: words.showsIt(facts.childName), isOn: choosing.isShownByChild}, isShownByChild =>
      choose(guide, {isShownByChild}),
    )}
    ${tick({label: words.rest, isOn: choosing.isForRest}, isForRest => choose(guide, {isForRest}))}
    ${findings(guide)}`;
}

function findings(guide: GuideHost): TemplateResult | typeof nothing {
  const {choosing} = guide;
  const {cleared} = choosing;
  if (choosing.findings.length === 0) return nothing;
  return html`<div class="problem" tabindex="-1" role="alert">
    <div>
      <h2>${say.share.found}</h2>
      ${choosing.findings.map(
        finding =>
          html`<p><b>“${finding.words}”</b> ${whyAsked(finding)}</p>
            ${tick({label: say.share.clear, isOn: cleared.includes(finding.key)}, isOn =>
              choose(guide, {
                cleared: isOn ? [...cleared, finding.key] : cleared.filter(key => key !== finding.key),
              }),
            )}`,
      )}
    </div>
  </div>`;
}

/** Step 7: how it ended. */
export function endBody(guide: GuideHost): TemplateResult {
  const {session} = guide;
  const words = say.end;
  return html`${session.readBackAt === null ? html`<p class="warn">${words.notRead}</p>` : nothing}
    <fieldset aria-labelledby="title">
      ${SESSION_ENDS.map(end =>
        pick('end', {label: words.answers[end], isOn: session.endedAs === end}, () =>
          guide.set({endedAs: end}),
        ),
      )}
    </fieldset>
    ${box(guide, 'endedBy', {label: words.words, written: session.endedBy})}`;
}

/** Step 10: planning to show it, showing it, and how they took it. */
export function showBody(guide: GuideHost): TemplateResult {
  const {session, facts} = guide;
  const words = say.show;
  const names = (present: Parameters<typeof namesOf>[1], others: boolean) =>
    [namesOf(facts, present), ...(others ? [words.stranger] : [])].filter(Boolean).join(', ');
  return html`<p class="hint">${words.hint}</p>
    ${session.isMine ? box(guide, 'presentPlan', {label: words.plan, written: session.presentPlan}) : nothing}
    <p class="note">${mayOpenRoom(facts.me) ? words.who : words.ask}</p>
    ${session.presentations.length === 0 ? nothing : html`<h2>${words.before}</h2>`}
    <ul class="items">
      ${session.presentations.map(
        ({id, at, present, others, reaction}) =>
          html`<li>
            <p>${words.to(names(present, others), momentText(at))}</p>
            ${box(guide, `reaction-${id}`, {label: words.reaction, written: reaction})}
            <button class="btn second" type="button" @click=${() => void keepReaction(guide, id)}>
              ${words.save}
            </button>
          </li>`,
      )}
    </ul>`;
}
