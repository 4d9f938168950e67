import {css} from 'lit';

export const undoLineStyles = css`
  .bar {
    background: var(--veil);
  }
  p + p {
    font-variant-numeric: tabular-nums;
  }
  .btn {
    min-width: 6rem;
  }
`;
