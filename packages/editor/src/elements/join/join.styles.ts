import {css} from 'lit';

export const joinStyles = css`
  :host {
    display: block;
    font-size: var(--fs-phone);
  }
  .page {
    max-width: 34rem;
    margin-inline: auto;
    padding: var(--s6) 1.25rem var(--s7);
  }
  .lead {
    font-size: var(--fs-lead);
    line-height: 1.28;
    font-weight: 500;
    text-wrap: pretty;
  }
  .from {
    color: var(--ink-2);
    margin-top: var(--s2);
  }
  h1 {
    font-size: calc(1.75rem * var(--fs-scale));
    margin: var(--s6) 0 var(--s4);
    overflow-wrap: anywhere;
  }
  h1:first-child {
    margin-top: 0;
  }
  .answers {
    display: grid;
    gap: 0.7rem;
  }
  .answer {
    display: grid;
    grid-template-columns: 1.3rem 1fr;
    align-items: center;
    gap: 0.8rem;
    width: 100%;
    min-height: 3.6rem;
    padding: 0.6rem 1.1rem;
    border: var(--stroke) solid var(--action);
    border-radius: var(--r-control);
    color: var(--action);
    text-align: left;
    line-height: 1.3;
  }
  .answer:hover {
    background: var(--action-soft);
  }
  .answer small {
    display: block;
    font-size: var(--fs-ui);
    color: var(--ink-2);
  }
  .answer .mark {
    width: 1.3rem;
    height: 1.3rem;
  }
  .call {
    margin-top: var(--s6);
    font-size: var(--fs-ui);
    color: var(--ink-2);
  }
  .call a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }
  @media (forced-colors: active) {
    .answer {
      border-color: ButtonText;
    }
  }
`;
