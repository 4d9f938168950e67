import {html, nothing, type TemplateResult} from 'lit';
import {access} from '../../words/en/access.ts';
import {marks} from '../marks.ts';

/** What is wrong, above the question that it is about; its sentence has the id `problem`. Nothing where all is well. */
export function problemBox(sentence: string): TemplateResult | typeof nothing {
  if (sentence === '') return nothing;
  return html`<div class="problem" role="alert" tabindex="-1">
    ${marks.stop}
    <div>
      <h2>${access.problem}</h2>
      <p id="problem">${sentence}</p>
    </div>
  </div>`;
}
