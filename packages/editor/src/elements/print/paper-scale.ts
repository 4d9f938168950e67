import {html, nothing, type TemplateResult} from 'lit';
import type {Scale, ScaleRating} from '../../records/ratings.ts';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {print as say} from '../../words/en/print.ts';
import {scales as scaleWords} from '../../words/en/scales.ts';
import {reasons} from '../scale/scale-view.ts';

/** Everybody's own number in words, never made into one. A number that nobody else has seen yet is on no paper. */
export function paperScale({zero, ten, ratings, revealedAt}: Scale): TemplateResult {
  const shown = ratings.flatMap(shownOf).toSorted((one, other) => one.value - other.value);
  return html`<div class="scale">
    <p class="kind">${say.howSafe}</p>
    <p>${scaleWords.zero(zero)}</p>
    <p>${scaleWords.ten(ten)}</p>
    ${
      shown.length === 0
        ? html`<p class="note">${scaleWords.nobody}</p>`
        : html`<ul>
            ${shown.map(
              one =>
                html`<li><b>${scaleWords.placed(one.name, one.value)}</b> ${reasons(one, one.name)}</li>`,
            )}
          </ul>`
    }
    ${
      revealedAt === null
        ? nothing
        : html`<p class="note">${scaleWords.shownOn(plainDay(dayIn(revealedAt)))}</p>`
    }
  </div>`;
}

/** The newest number of somebody that everybody has seen, and those before. */
function shownOf(rating: ScaleRating): readonly ScaleRating[] {
  const [newest, ...earlier] = [rating, ...rating.earlier].filter(({isBlind}) => !isBlind);
  return newest === undefined ? [] : [{...rating, ...newest, earlier}];
}
