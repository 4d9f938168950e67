import {css} from 'lit';

export const unsentStyles = css`
  :host {
    display: block;
  }
  .tray {
    margin: var(--s4) var(--s5);
    padding: var(--s3) var(--s4) var(--s4);
    background: var(--sheet);
    border: 2px solid var(--ink);
    border-radius: var(--r-sheet);
  }
  h2 {
    font-size: var(--fs-h3);
  }
  h3 {
    font-size: var(--fs-ui);
  }
  p {
    font-size: var(--fs-ui);
    color: var(--ink-2);
  }
  li {
    margin-top: var(--s3);
    padding-top: var(--s3);
    border-top: 1px solid var(--line);
  }
  blockquote {
    margin: var(--s2) 0 0;
    padding-left: var(--s3);
    border-left: 3px double var(--line-strong);
    font-size: var(--fs-body);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    max-height: 14rem;
    overflow: auto;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--s5);
  }
`;
