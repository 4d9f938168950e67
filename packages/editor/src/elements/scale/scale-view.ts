import {html, nothing, type TemplateResult} from 'lit';
import type {Scale, ScaleRating} from '../../records/ratings.ts';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {scales as say} from '../../words/en/scales.ts';

/** Every number of a scale. */
export const NUMBERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/**
 * The ends of a scale, who stands where, and why. The ladder is a picture; its words stand below it. Numbers stand side by
 * side and are never made into one.
 */
export function scaleView(scale: Scale, nameOf: (rating: ScaleRating) => string): TemplateResult {
  const {ratings} = scale;
  return html`<p class="end">${say.zero(scale.zero)}</p>
    <p class="end">${say.ten(scale.ten)}</p>
    ${ratings.length === 0 ? html`<p>${say.nobody}</p>` : html`${ladder(ratings, nameOf)} ${inWords(ratings, nameOf)}`}
    ${scale.revealedAt === null ? nothing : html`<p class="note">${say.shownOn(plainDay(dayIn(scale.revealedAt)))}</p>`}
    ${ratings.map(rating => reasons(rating, nameOf(rating)))}`;
}

/** A ladder from 10 down to 0, with names on its rungs. */
function ladder(ratings: readonly ScaleRating[], nameOf: (rating: ScaleRating) => string): TemplateResult {
  return html`<ol class="ladder" aria-hidden="true">
    ${NUMBERS.toReversed().map(value => {
      const here = ratings.filter(one => one.value === value);
      return html`<li class=${here.length > 0 ? 'on' : ''}>
        <span class="n">${value}</span><span>${here.map(nameOf).join(', ')}</span>
      </li>`;
    })}
  </ol>`;
}

function inWords(ratings: readonly ScaleRating[], nameOf: (rating: ScaleRating) => string): TemplateResult {
  const said = ratings
    .toSorted((one, other) => one.value - other.value)
    .map(one => (one.isBlind ? say.placedBlind(one.value) : say.placed(nameOf(one), one.value)));
  return html`<p class="in-words">${say.inWords(said.join(' '))}</p>`;
}

/** Why somebody placed a number there, and where they stood before; nothing where they said neither. */
export function reasons(rating: ScaleRating, name: string): TemplateResult | typeof nothing {
  const {words, whyNotLower, oneHigher, earlier} = rating;
  const lines = [
    words === '' ? '' : say.quoted(words),
    whyNotLower === '' ? '' : say.lower(whyNotLower),
    oneHigher === '' ? '' : say.higher(oneHigher),
    ...earlier.map(({value, at}) => say.before(value, at === null ? '' : plainDay(dayIn(at)))),
  ].filter(line => line !== '');
  if (lines.length === 0) return nothing;
  return html`<div class="why">
    <h3>${say.reasons(name)}</h3>
    ${lines.map(line => html`<p>${line}</p>`)}
  </div>`;
}
