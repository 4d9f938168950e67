import {css} from 'lit';

export const viewAsStyles = css`
  :host([viewing]) {
    border: 0.5rem solid var(--ink-2);
    border-image: repeating-linear-gradient(45deg, var(--ink-2) 0 0.5rem, var(--sheet) 0.5rem 1rem) 8;
  }
  .bar .what {
    display: flex;
    gap: var(--s2);
  }
  .bar .mark {
    margin-top: 0.15em;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 17rem) minmax(0, 1fr);
    gap: var(--s6);
    max-width: 68rem;
    margin-inline: auto;
    padding: var(--s5) var(--s5) var(--s7);
  }
  nav {
    position: sticky;
    top: calc(var(--top, 4rem) + var(--s5));
    max-height: calc(100vh - var(--top, 4rem) - var(--s7));
    overflow-y: auto;
    align-self: start;
  }
  nav button,
  .people button {
    display: block;
    width: 100%;
    min-height: var(--target);
    padding: 0.45rem var(--s2);
    line-height: 1.3;
    color: var(--action);
    border-radius: var(--r-control);
  }
  nav button:hover,
  .people button:hover {
    background: var(--action-soft);
  }
  .people {
    margin-bottom: var(--s5);
  }
  .people li {
    border-top: 1px solid var(--line);
  }
  .people button {
    padding-block: 0.7rem;
  }
  .people small {
    display: block;
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  h2 {
    font-size: var(--fs-h3);
    margin: var(--s6) 0 var(--s2);
    scroll-margin-top: calc(var(--top, 4rem) + var(--s4));
  }
  .hint,
  .note {
    color: var(--ink-2);
  }
  .note {
    font-size: var(--fs-note);
  }
  .page .hint {
    margin-bottom: var(--s4);
  }
  .same,
  .opens {
    display: flex;
    gap: var(--s2);
    margin-top: var(--s3);
  }
  .opens {
    margin-bottom: var(--s3);
    font-weight: var(--w-strong);
  }
  .opens .mark {
    flex: none;
    margin-top: 0.25em;
  }
  .same .mark {
    margin-top: 0.25em;
    color: var(--agree);
  }
  .missing {
    margin-top: var(--s3);
    border-block: 1px solid var(--line);
  }
  summary {
    display: flex;
    align-items: center;
    min-height: var(--target);
    color: var(--action);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .missing h2 {
    font-size: var(--fs-ui);
    margin-top: var(--s4);
  }
  .missing li {
    padding: var(--s2) 0 0;
    border-top: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  @media (max-width: 46rem) {
    :host([viewing]) {
      border-width: 0.25rem;
    }
    .bar {
      padding: 0.4rem 1rem;
    }
    .columns {
      display: block;
      padding: var(--s5) 1rem var(--s7);
    }
    nav {
      display: none;
    }
  }
  @media (forced-colors: active) {
    :host([viewing]) {
      border-image: none;
      border-style: dashed;
      border-color: CanvasText;
    }
  }
`;
