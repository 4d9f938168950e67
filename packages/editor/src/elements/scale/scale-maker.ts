import type {CompartmentId, ItemId} from '@goldthread/schema';
import {html, type nothing, type TemplateResult} from 'lit';
import {scales as say} from '../../words/en/scales.ts';
import {box} from './number-form.ts';

/** What the two ends of a scale mean. */
export interface ScaleEnds {
  readonly zero: string;
  readonly ten: string;
  /** The document whose readers have it; null for everybody. */
  readonly compartmentId: CompartmentId | null;
  /** What it is about; null for the child's safety as a whole. */
  readonly about: ItemId | null;
}

/** What the questions for a new scale are drawn from, and what they lead to. */
export interface ScaleMaker {
  /** Null while nobody has asked for a new scale. */
  readonly ends: ScaleEnds | null;
  /** What it is about, in words. */
  readonly about: TemplateResult | typeof nothing;
  readonly edit: (ends: ScaleEnds | null) => void;
  readonly start: (ends: ScaleEnds) => void;
}

/** Where somebody starts a new scale. */
export function scaleMaker({ends, about, edit, start}: ScaleMaker): TemplateResult {
  if (ends === null)
    return html`<button
      class="quiet make"
      type="button"
      @click=${() => edit({zero: '', ten: '', compartmentId: null, about: null})}
    >
      ${say.make}
    </button>`;
  return html`<section aria-label=${say.make}>
    <h2>${say.make}</h2>
    ${about} ${box('zero', say.askZero, ends.zero, zero => edit({...ends, zero}))}
    ${box('ten', say.askTen, ends.ten, ten => edit({...ends, ten}))}
    <p class="buttons">
      <button class="btn" type="button" @click=${() => start(ends)}>${say.start}</button>
      <button class="quiet" type="button" @click=${() => edit(null)}>${say.cancel}</button>
    </p>
  </section>`;
}
