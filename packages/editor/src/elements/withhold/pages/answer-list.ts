import {html, type TemplateResult} from 'lit';
import {withhold} from '../../../words/en/withhold.ts';
import {answerText} from '../answer-text.ts';
import {titleOfStep} from '../page-of.ts';
import type {Step} from '../steps.ts';
import type {Page} from './page.ts';

/** Every answer, to be read over and changed on the last page. */
export function answerList(
  {about, answers}: Page,
  steps: readonly Step[],
  change: (step: Step) => void,
): TemplateResult {
  const say = withhold.look;
  return html`<h2>${say.answers}</h2>
    <dl class="answers">
      ${steps.map(step => {
        const question = titleOfStep(step, about, answers);
        return html`<div>
          <dt>${question}</dt>
          <dd>${answerText(step, about, answers)}</dd>
          <dd class="change">
            <button
              class="quiet"
              type="button"
              aria-label=${say.changeOf(question)}
              @click=${() => change(step)}
            >
              ${say.change}
            </button>
          </dd>
        </div>`;
      })}
    </dl>`;
}
