import {css} from 'lit';

export const toolbarStyles = css`
  :host {
    display: block;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--s3);
  }
  .tool {
    justify-content: center;
    font-size: var(--fs-note);
  }
  .tool.on {
    font-weight: var(--w-strong);
    text-decoration-thickness: 3px;
  }
  .tool[aria-disabled] {
    color: var(--ink-3);
    text-decoration: none;
    cursor: default;
  }
  dialog p {
    margin: var(--s2) 0 var(--s3);
    color: var(--ink-2);
  }
  dialog h2 {
    font-size: var(--fs-h3);
  }
  dialog select {
    width: 100%;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3) var(--s4);
    margin-top: var(--s4);
  }
  :host([narrow]) .bar {
    justify-content: space-between;
  }
  :host([narrow]) .tool {
    font-size: var(--fs-ui);
    justify-content: center;
    min-width: 5rem;
  }
`;
