import {html, nothing, type TemplateResult} from 'lit';

/** What is known of something, each line under its name; what isn't known has no line. */
export function namedLines(lines: readonly (readonly [name: string, text: string])[]): TemplateResult {
  return html`<dl>
    ${lines.map(([name, text]) =>
      text === ''
        ? nothing
        : html`<div>
            <dt>${name}</dt>
            <dd>${text}</dd>
          </div>`,
    )}
  </dl>`;
}
