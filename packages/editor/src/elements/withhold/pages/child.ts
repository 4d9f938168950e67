import {html, nothing, type TemplateResult} from 'lit';
import {people} from '../../../words/en/people.ts';
import {withholdChild} from '../../../words/en/withhold-child.ts';
import {canBeChosen, nameIn, readersOf} from '../case.ts';
import type {Looked} from './look.ts';
import type {Page} from './page.ts';
import {personTick} from './people.ts';

/** A child's own choice: from whom. */
export function childWhoPage(page: Page): TemplateResult {
  const {about, answers} = page;
  const names = readersOf(about, answers).map(id => nameIn(about.facts, id));
  return html`<p class="hint">${withholdChild.hint}</p>
    <fieldset>
      <legend class="vh">${withholdChild.who}</legend>
      ${canBeChosen(about, answers).map(person => personTick(person, answers.hidden, hidden => page.set({hidden})))}
    </fieldset>
    ${answers.hidden.length === 0 ? nothing : html`<p class="seers" role="status">${withholdChild.sees(people.and(names))}</p>`}`;
}

/** What will happen, in two short sentences. */
export function childLookPage({about, answers}: Page, {seen}: Looked): TemplateResult {
  const say = withholdChild;
  const names = answers.hidden.map(id => nameIn(about.facts, id));
  return html`<p class="promise">${say.hides(people.and(names))}</p>
    <p>${say.promise}</p>
    ${(seen ?? []).map(({id}) => html`<p class="seen">${say.seen(nameIn(about.facts, id))}</p>`)}
    <p>${say.asked}</p>`;
}
