import {css} from 'lit';

export const outlineStyles = css`
  :host {
    display: block;
  }
  h2 {
    font-size: var(--fs-note);
    color: var(--ink-3);
    padding: 0 var(--s2) var(--s1);
    font-weight: var(--w-text);
  }
  ul + h2 {
    margin-top: var(--s4);
  }
  button {
    display: grid;
    grid-template-columns: 1.75rem 1fr;
    align-items: center;
    width: 100%;
    min-height: var(--target);
    padding: 0.15rem var(--s2);
    color: var(--ink-2);
    line-height: 1.2;
    border-left: 4px solid transparent;
    padding-left: calc(var(--s2) - 4px);
  }
  button:hover {
    text-decoration: underline;
  }
  b {
    color: var(--ink-3);
    font-weight: 500;
  }
  small {
    display: block;
    font-size: var(--fs-note);
    color: var(--ink-3);
    font-weight: var(--w-text);
  }
  [aria-current] {
    background: var(--sheet);
    color: var(--ink);
    font-weight: var(--w-strong);
    border-left-color: var(--action);
  }
  [aria-current] b {
    color: var(--action);
    font-weight: var(--w-strong);
  }
  [aria-current] small {
    color: var(--ink-2);
  }
  @media (forced-colors: active) {
    button {
      border-left-color: Canvas;
    }
    [aria-current] {
      border-left-color: Highlight;
    }
  }
`;
