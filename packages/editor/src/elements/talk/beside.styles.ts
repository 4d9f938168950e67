import {css} from 'lit';

export const besideStyles = css`
  :host {
    display: contents;
  }
  .toggle {
    font-size: var(--fs-note);
  }
`;
