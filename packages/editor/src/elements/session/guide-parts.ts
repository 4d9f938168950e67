import type {ParticipantId} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {clockTime, dayIn, plainDay} from '../../words/clock-time.ts';
import {people as peopleWords} from '../../words/en/people.ts';
import {session as say} from '../../words/en/session.ts';
import type {PlanFacts} from '../../sync/plan-facts.ts';
import type {HouseWords} from '../houses/house-words.ts';
import {valueOf} from '../screen/rows.ts';
import type {Keeping} from './draft-keeper.ts';
import type {GuideHost} from './guide-host.ts';

/** A box whose words are kept while they are typed. */
export function box(
  guide: GuideHost,
  name: string,
  {label, hint, written = '', rows = 2}: {label: string; hint?: string; written?: string; rows?: number},
): TemplateResult {
  const id = `box-${name}`;
  return html`<label class="label" for=${id}>${label}</label>
    ${hint === undefined ? nothing : html`<p class="note" id="${id}-hint">${hint}</p>`}
    <textarea
      id=${id}
      class="short"
      rows=${rows}
      maxlength="4000"
      aria-describedby=${hint === undefined ? nothing : `${id}-hint`}
      .value=${live(guide.text(name, written))}
      @input=${(event: Event) => guide.type(name, valueOf(event))}
    ></textarea>`;
}

/** "Temi Adeyemi and Callum Penhale", of those whom this person may know. */
export function namesOf(facts: PlanFacts, ids: readonly ParticipantId[]): string {
  return peopleWords.and(facts.people.filter(({id}) => ids.includes(id)).map(({name}) => name));
}

/** "28 November 2026, 14:02". */
export function momentText(at: Date): string {
  return `${plainDay(dayIn(at))}, ${clockTime(at)}`;
}

/** The words that stand in the houses for an item of the session. */
export function wordsFor(guide: GuideHost, id: string): HouseWords | undefined {
  return guide.seen.words.find(one => one.id === id);
}

/** Where what is typed is, said only where it isn't plain. */
export function keepingLine(keeping: Keeping): TemplateResult {
  const words = {quiet: '', keeping: '', kept: say.kept, offline: say.offline, refused: say.refused};
  return html`<p class="keeping" role="status">${words[keeping]}</p>`;
}
