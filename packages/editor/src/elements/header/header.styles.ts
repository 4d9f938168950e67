import {css} from 'lit';

export const headerStyles = css`
  :host {
    display: block;
  }
  .top {
    display: flex;
    align-items: center;
    gap: var(--s2) var(--s5);
    flex-wrap: wrap;
    padding: 0.4rem var(--s5);
    min-height: 4.25rem;
    border-bottom: 1px solid var(--line);
    background: var(--paper);
  }
  .name {
    flex: 1 1 14rem;
    min-width: 0;
  }
  h1 {
    font-size: var(--fs-h3);
    overflow-wrap: anywhere;
  }
  .who {
    font-size: var(--fs-note);
    color: var(--ink-2);
    line-height: 1.35;
  }
  .who b {
    color: var(--ink);
  }
  .acts {
    display: flex;
    gap: var(--s4);
  }
  :host([narrow]) .top {
    min-height: 3.4rem;
    padding: 0.3rem 1.25rem;
    flex-wrap: nowrap;
  }
  :host([narrow]) .name {
    flex-basis: 0;
  }
  :host([can-go-back]) .name {
    display: flex;
    justify-content: center;
  }
  :host([narrow]) h1 {
    font-size: var(--fs-phone);
  }
  :host([narrow]) .quiet {
    font-size: var(--fs-phone);
  }
`;
