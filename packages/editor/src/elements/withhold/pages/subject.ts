import {html, nothing, type TemplateResult} from 'lit';
import {nameIn} from '../case.ts';
import type {Step} from '../steps.ts';
import type {Page} from './page.ts';
import {whatOf} from './people.ts';

/** What is to be withheld, above each question: an item as its words are now, or a person whom the question itself doesn't name. */
export function subjectOf(
  step: Step,
  {about, answers}: Page,
  currentWords: string | null,
): TemplateResult | typeof nothing {
  const {item, facts} = about;
  if (item !== null) {
    return html`<blockquote>
      ${item.label === '' ? nothing : html`<b>${item.label}</b> `}${currentWords ?? item.words}
    </blockquote>`;
  }
  if (step === 'person' || step === 'who') return nothing;
  const person = facts.people.find(({id}) => id === answers.person);
  return person === undefined
    ? nothing
    : html`<blockquote><b>${nameIn(facts, person.id)}</b>, ${whatOf(person)}</blockquote>`;
}
