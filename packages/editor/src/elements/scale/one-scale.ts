import type {ParticipantId} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import type {Scale} from '../../records/ratings.ts';
import {map} from '../../words/en/map.ts';
import {numberForm, type NumberDraft} from './number-form.ts';
import {scaleRevealer} from './scale-revealer.ts';
import {scaleView} from './scale-view.ts';

/** What one scale is drawn from, and what its questions lead to. */
export interface OneScale {
  readonly scale: Scale;
  readonly name: string;
  /** The danger statement that it is for, in words. */
  readonly about: TemplateResult | typeof nothing;
  readonly me: ParticipantId | null;
  readonly isChild: boolean;
  /** Others look at this screen too, so there is nothing to place. */
  readonly isPlain: boolean;
  /** It stands below the map, where only who asks for it sees the eleven numbers. */
  readonly inline: boolean;
  readonly draft: NumberDraft;
  readonly edit: (change: Partial<NumberDraft>) => void;
  readonly place: () => void;
  /** Whether its numbers are about to be shown. */
  readonly isAsking: boolean;
  readonly ask: (isAsking: boolean) => void;
  readonly reveal: () => void;
}

/** A scale with everybody's numbers, where this person puts their own, and where they are shown to all. */
export function oneScale(one: OneScale): TemplateResult {
  const {scale, name, about, isPlain, isAsking, ask, reveal} = one;
  return html`<section aria-label=${name}>
    <h2>${name}</h2>
    ${about} ${scaleView(scale, ({name: who}) => who)} ${isPlain ? nothing : placer(one)}
    ${scale.mayReveal && !isPlain ? scaleRevealer({name, isAsking, ask, reveal}) : nothing}
  </section>`;
}

function placer({scale, me, draft, isChild, inline, edit, place}: OneScale): TemplateResult {
  const isAgain = scale.ratings.some(({personId}) => personId !== null && personId === me);
  const form = numberForm({scaleId: scale.id, draft, isChild, isAgain, edit, place});
  if (!inline) return form;
  return html`<details>
    <summary>${isAgain ? map.again : map.place}</summary>
    ${form}
  </details>`;
}
