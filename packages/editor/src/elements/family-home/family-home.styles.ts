import {css} from 'lit';

export const familyHomeStyles = css`
  :host {
    display: block;
    background: var(--paper);
    font-size: var(--fs-phone);
  }
  .home {
    max-width: 34rem;
    margin-inline: auto;
    padding: 1rem 1.25rem 2rem;
  }
  h1 {
    font-size: calc(1.75rem * var(--fs-scale));
    padding-bottom: 0.85rem;
    overflow-wrap: anywhere;
  }
  .card {
    background: var(--sheet);
    border-radius: var(--r-sheet);
    box-shadow: var(--shadow-sheet);
    padding: 0.9rem 1.1rem 1rem;
    margin-bottom: 0.85rem;
    border: 1px solid transparent;
  }
  .card h2,
  .parts h2 {
    font-size: var(--fs-ui);
    color: var(--ink-2);
    font-weight: 500;
    margin-bottom: 0.2rem;
  }
  .ask {
    font-size: var(--fs-lead);
    line-height: 1.28;
    font-weight: 500;
    text-wrap: pretty;
  }
  .note {
    color: var(--ink-2);
    margin: 0.3rem 0 0.8rem;
    font-size: var(--fs-ui);
  }
  .card .btn {
    width: 100%;
    min-height: 3.25rem;
    font-size: var(--fs-phone);
  }
  .card p {
    line-height: 1.4;
  }
  .card .quiet {
    margin-bottom: -0.5rem;
    text-align: left;
    line-height: 1.3;
  }
  .parts {
    margin-top: 1.5rem;
  }
  .parts li {
    border-top: 1px solid var(--line);
  }
  .parts li:last-child {
    border-bottom: 1px solid var(--line);
  }
  .parts button {
    width: 100%;
    min-height: 3.1rem;
    text-align: left;
    color: var(--action);
    line-height: 1.3;
    padding: 0.3rem 0;
  }
  .parts button:hover span {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .parts small {
    font-size: var(--fs-note);
    color: var(--ink-3);
  }
  .stuck {
    margin-top: 1.3rem;
    font-size: var(--fs-ui);
    color: var(--ink-2);
  }
  .stuck a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }
  @media (forced-colors: active) {
    .card {
      border-color: CanvasText;
    }
  }
`;
