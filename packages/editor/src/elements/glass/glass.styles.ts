import {css} from 'lit';

export const glassStyles = css`
  .rules {
    list-style: disc;
    padding-left: 1.25em;
    margin-bottom: var(--s4);
  }
  h2 {
    margin-top: var(--s6);
    font-size: var(--fs-h3);
  }
  .who {
    font-weight: var(--w-strong);
  }
  .one {
    padding: var(--s4) 0;
    border-top: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .told:not(:empty) {
    margin-bottom: var(--s4);
    font-weight: var(--w-strong);
  }
  .after {
    margin-top: var(--s3);
  }
`;
