import {css} from 'lit';

export const filesStyles = css`
  :host {
    display: block;
    margin: var(--s3) 0;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: var(--w-strong);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li,
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s4);
  }
  .note {
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .ask {
    margin: var(--s2) 0;
    padding: var(--s3);
    border: 2px solid var(--line-strong);
  }
  img {
    display: block;
    flex-basis: 100%;
    max-width: 100%;
    max-height: 80vh;
    object-fit: contain;
    object-position: left;
  }
  input[type='file'] {
    display: none;
  }
  @media (forced-colors: active) {
    .ask {
      border-color: CanvasText;
    }
  }
`;
