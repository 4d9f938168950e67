import {css} from 'lit';

/** A page on a phone; on a laptop a sheet at the right, so that the plan that it is about stays in view. */
export const screenStyles = css`
  dialog {
    width: min(34rem, 100vw);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0 0 0 auto;
    padding: 0;
    border-width: 0 0 0 1px;
    border-radius: 0;
    overflow: hidden;
  }
  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
  }
  .top {
    display: flex;
    justify-content: space-between;
    gap: var(--s4);
    min-height: 3.4rem;
    padding: 0.3rem var(--s5);
    border-bottom: 1px solid var(--line);
  }
  .top .quiet:only-child {
    margin-left: auto;
  }
  .body {
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: var(--s5) var(--s5) var(--s6);
  }
  h1 {
    font-size: calc(1.5rem * var(--fs-scale));
    margin-bottom: var(--s4);
    overflow-wrap: anywhere;
  }
  .step {
    font-size: var(--fs-note);
    color: var(--ink-2);
    margin-bottom: var(--s1);
  }
  .acts {
    padding: 0.7rem var(--s5);
    border-top: 1px solid var(--line);
    background: var(--paper);
  }
  :host(:not([has-acts])) .acts {
    display: none;
  }
  @media (max-width: 46rem) {
    dialog {
      width: 100vw;
      border: 0;
      background: var(--paper);
    }
    .top,
    .body,
    .acts {
      padding-inline: 1.25rem;
    }
    .body {
      font-size: var(--fs-phone);
    }
    h1 {
      font-size: calc(1.625rem * var(--fs-scale));
    }
  }
  @media (max-height: 26rem) {
    dialog[open] {
      display: block;
      overflow: auto;
    }
    .body {
      overflow: visible;
    }
  }
`;
