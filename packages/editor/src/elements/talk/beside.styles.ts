import {css} from 'lit';

export const besideStyles = css`
  :host {
    display: contents;
  }
  .toggle {
    font-size: var(--fs-note);
  }
  /* Three to a line are too many on a phone; the comments lead there too. */
  @media (max-width: 46rem) {
    .author {
      display: none;
    }
  }
  @media print {
    .toggle {
      display: none;
    }
  }
`;
