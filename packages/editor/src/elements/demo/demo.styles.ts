import {css} from 'lit';

export const demoStyles = css`
  :host {
    display: block;
    font-size: var(--fs-body);
  }
  .page {
    max-width: 64rem;
    margin-inline: auto;
    padding: var(--s6) var(--s5) var(--s7);
  }
  h1 {
    font-size: var(--fs-h1);
  }
  .lead {
    font-size: var(--fs-lead);
    line-height: 1.3;
    max-width: 40ch;
    margin-top: var(--s2);
    text-wrap: pretty;
  }
  .note {
    color: var(--ink-2);
    margin-top: var(--s2);
    font-size: var(--fs-ui);
  }
  .said {
    min-height: 1.5em;
    color: var(--ink-2);
    font-size: var(--fs-ui);
  }
  section {
    background: var(--sheet);
    box-shadow: var(--shadow-sheet);
    border-radius: var(--r-sheet);
    padding: var(--s4) var(--s5) var(--s5);
    margin-top: var(--s4);
    border: 1px solid transparent;
  }
  h2 {
    font-size: var(--fs-h2);
  }
  h3 {
    font-size: var(--fs-note);
    color: var(--ink-3);
    font-weight: 400;
    margin-top: var(--s3);
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
    column-gap: var(--s5);
  }
  li {
    border-bottom: 1px solid var(--line);
  }
  button {
    width: 100%;
    min-height: 3.4rem;
    padding: 0.35rem 0;
    line-height: 1.25;
  }
  .name {
    color: var(--action);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  button:hover .name {
    text-decoration-thickness: 2px;
  }
  small {
    display: block;
    color: var(--ink-2);
    font-size: var(--fs-note);
  }
  @media (forced-colors: active) {
    section {
      border-color: CanvasText;
    }
  }
`;
