import {css} from 'lit';

export const mapItemStyles = css`
  :host {
    display: block;
    font-size: var(--fs-note);
    line-height: 1.4;
    color: var(--ink-2);
    margin-bottom: var(--s1);
  }
  .line,
  .check {
    max-width: var(--measure);
    overflow-wrap: anywhere;
  }
  .check {
    position: relative;
    padding-left: 1.2em;
  }
  .check::before {
    content: '';
    position: absolute;
    left: 0;
    top: 0.4em;
    width: 0.7em;
    height: 0.7em;
    border: 2px solid var(--ink-2);
    border-radius: 50%;
  }
  .check:has(button)::before {
    top: calc((var(--target) - 0.7em) / 2);
  }
  .line b {
    color: var(--disagree);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--s4);
  }
  .quiet {
    font-size: var(--fs-note);
  }
  .helper {
    margin-block: var(--s2);
    /* On the right, room for the ring of a box in focus, which the section would cut off. */
    padding: 0 0.5rem var(--s2) var(--s3);
    border-left: 2px solid var(--line-strong);
  }
  .label {
    margin-top: var(--s2);
  }
  .sentence {
    margin-top: var(--s3);
    color: var(--ink);
    font-size: var(--fs-ui);
    overflow-wrap: anywhere;
  }
`;
