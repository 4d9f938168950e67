import {html, nothing, type TemplateResult} from 'lit';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {print as say} from '../../words/en/print.ts';
import {suggest} from '../../words/en/suggest.ts';
import {suggested} from '../../words/en/suggested.ts';
import type {FactChange} from '../suggestions/fact-changes.ts';
import {stepLines} from '../suggestions/suggestion-lines.ts';
import {seenWords} from '../view-as/seen-words.ts';
import type {OtherWords} from './read-paper.ts';

/** The wording that a side wants instead, whole, with its reason and the reason of the no. */
export function otherWords({proposal, standing, words}: OtherWords): TemplateResult {
  const {name, byName, at, reason} = proposal;
  const who = [byName === name ? '' : byName, at === null ? '' : plainDay(dayIn(at))];
  return html`<div class="other">
    <p class="note">${say.bothStand}</p>
    <p>
      <b>${suggested.would(name)}</b>
      <small>${who.filter(text => text !== '').join(', ')}</small>
    </p>
    <div class="words">${seenWords(words)}</div>
    ${
      standing.facts.length === 0
        ? nothing
        : html`<ul>
            ${standing.facts.map(fact => html`<li>${otherFact(fact)}</li>`)}
          </ul>`
    }
    <p class="note">${reason === '' ? suggest.noWhy : suggest.why(reason)}</p>
    ${stepLines(proposal).map(line => html`<p class="note">${line}</p>`)}
  </div>`;
}

function otherFact({label, before, after}: FactChange): string {
  if (after === null) return say.noSuchFact(label, before ?? '');
  return before === null ? say.otherFact(label, after) : say.otherFactThan(label, after, before);
}
