import {html, nothing, type TemplateResult} from 'lit';
import type {SeenPosition, SeenScale} from '../../records/view-as.ts';
import {people} from '../../words/en/people.ts';
import {viewAs as say} from '../../words/en/view-as.ts';

/** What the parties say of an item, as far as whoever is looked at, and this person, are told: those of one mind in one line. */
export function seenPositions(positions: readonly SeenPosition[]): TemplateResult | typeof nothing {
  if (positions.length === 0) return nothing;
  const groups = [...Map.groupBy(positions, ({stance}) => stance)];
  return html`<ul class="said">
    ${groups.map(
      ([stance, alike]) => html`<li><b>${say.stances[stance]}:</b> ${people.and(alike.map(withWords))}.</li>`,
    )}
  </ul>`;
}

/** How safe each party finds it, with what both ends mean. */
export function seenScale({zero, ten, ratings}: SeenScale): TemplateResult {
  return html`<article>
    <h3>${say.scale}</h3>
    <p>${say.zero(zero)}</p>
    <p>${say.ten(ten)}</p>
    <ul class="said">
      ${ratings.map(one => html`<li><b>${one.value}:</b> ${withWords(one)}.</li>`)}
    </ul>
  </article>`;
}

function withWords({name, words}: {readonly name: string; readonly words: string}): string {
  return words === '' ? name : `${name} (“${words}”)`;
}
