import type {SectionSpec} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import type {PersonOnPlan} from '../../sync/plan-facts.ts';
import {viewAs as say} from '../../words/en/view-as.ts';
import {marks} from '../marks.ts';
import {firstName, titleOf} from '../plan/view-model.ts';
import type {NotShown} from './not-shown.ts';
import {seenTitle} from './seen-plan.ts';

/** What this person gets and the other doesn't, part by part, closed at first; or that there is no such thing. */
export function missingList(
  from: {
    readonly person: PersonOnPlan;
    readonly missing: readonly NotShown[];
    readonly sections: readonly SectionSpec[];
    readonly childName: string;
  },
  goTo: (one: NotShown) => void,
): TemplateResult {
  const {missing, sections, childName} = from;
  const name = firstName(from.person.name);
  if (missing.length === 0) return html`<p class="same">${marks.tick} ${say.same(name)}</p>`;
  return html`<details class="missing">
    <summary>${say.notShown(name)}</summary>
    ${sections.map(section => {
      const here = missing.filter(({root}) => root === section.root);
      return here.length === 0
        ? nothing
        : html`<h2>${seenTitle(section, titleOf(section, childName))}</h2>
            <ul>
              ${here.map(one => item(one, () => goTo(one)))}
            </ul>`;
    })}
  </details>`;
}

function item({words}: NotShown, go: () => void): TemplateResult {
  return html`<li>
    <p>${words}</p>
    <button class="quiet" type="button" aria-label=${say.goToOf(words)} @click=${go}>${say.goTo}</button>
  </li>`;
}
