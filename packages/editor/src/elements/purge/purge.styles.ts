import {css} from 'lit';

export const purgeStyles = css`
  .after {
    margin-top: var(--s3);
  }
  ul {
    list-style: disc;
    padding-left: 1.25em;
  }
  ol {
    list-style: decimal;
    padding-left: 1.5em;
  }
  li {
    margin-top: var(--s2);
  }
`;
