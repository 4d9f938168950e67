import {css} from 'lit';

export const contactsStyles = css`
  li.one {
    padding: var(--s4) 0;
    border-top: 1px solid var(--line);
  }
  h2 {
    margin: 0;
  }
  h2 small {
    font-weight: var(--w-text);
    color: var(--ink-2);
  }
  h3 {
    font-size: var(--fs-ui);
  }
  .value {
    font-size: var(--fs-body);
    font-weight: var(--w-strong);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--s5);
  }
  .waiting {
    margin: var(--s3) 0;
    padding: var(--s3) var(--s4);
    border: 2px solid var(--line-strong);
    border-radius: var(--r-sheet);
  }
  .told:not(:empty) {
    margin-bottom: var(--s4);
    font-weight: var(--w-strong);
  }
  .after + fieldset {
    margin-top: var(--s5);
  }
  .after {
    margin-top: var(--s3);
  }
`;
