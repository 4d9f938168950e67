import {css} from 'lit';

export const roomStyles = css`
  .bar .note {
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .page .row {
    min-height: 3.25rem;
    align-items: center;
  }
  .page .buttons {
    margin-top: var(--s5);
  }
  .page .btn {
    min-height: 3.25rem;
  }
  .told {
    margin-top: var(--s4);
    font-weight: var(--w-strong);
  }
  @media (max-width: 46rem) {
    .bar {
      padding: 0.4rem 1.25rem;
      column-gap: var(--s4);
    }
  }
  @media print {
    .bar {
      display: none;
    }
  }
`;
