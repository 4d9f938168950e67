import {html, nothing, type TemplateResult} from 'lit';
import type {Opens} from '../../records/view-as.ts';
import {viewAs as say} from '../../words/en/view-as.ts';
import {marks} from '../marks.ts';

/** That a view doesn't reach the person yet, or not all of it; nothing where it does. */
export function opensLine(name: string, opens: Opens): TemplateResult | typeof nothing {
  if (opens === 'all') return nothing;
  const sentence = opens === 'nothing' ? say.opensNothing(name) : say.opensShared(name);
  return html`<p class="opens">${marks.check} <span>${sentence}</span></p>`;
}
