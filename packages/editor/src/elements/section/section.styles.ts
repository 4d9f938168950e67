import {css} from 'lit';

export const sectionStyles = css`
  :host {
    display: block;
    /* What changes in one section is nothing that the browser has to look at in the others. */
    contain: content;
    --gutter: 4.25rem;
    padding: var(--s5) var(--s5) var(--s4) 0;
    scroll-margin-top: calc(var(--top, 4.25rem) + 2.5rem);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: var(--s4);
    padding-left: var(--gutter);
  }
  h1,
  h2 {
    font-size: var(--fs-h2);
    overflow-wrap: anywhere;
  }
  .perm {
    font-size: var(--fs-note);
    color: var(--ink-2);
    line-height: 1.3;
  }
  .perm ::slotted(p) {
    margin: 0;
  }
  .purpose,
  ::slotted([slot='kept']),
  .empty {
    padding-left: var(--gutter);
    color: var(--ink-2);
    max-width: calc(var(--measure) + var(--gutter));
  }
  .purpose {
    font-size: var(--fs-ui);
    margin-top: 0.15rem;
    /* Room for the name on a cursor in the first line below, which would cover these words. */
    margin-bottom: var(--s3);
  }
  ::slotted([slot='kept']:not([hidden])) {
    display: block;
    font-size: var(--fs-note);
    margin: 0 0 var(--s3);
  }
  .empty {
    margin-top: var(--s3);
    font-size: var(--fs-body);
  }
  :host([has-private]) .empty {
    display: none;
  }
  .add {
    padding-left: var(--gutter);
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--s5);
    margin-top: var(--s2);
    font-size: var(--fs-note);
  }
  details.add {
    display: block;
  }
  details p {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--s5);
  }
  summary {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    color: var(--action);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  @media (max-width: 46rem) {
    :host {
      --gutter: 3.1rem;
      padding-right: 1.25rem;
    }
    .head {
      padding-left: 1.25rem;
    }
    .purpose,
    ::slotted([slot='kept']),
    .empty,
    .add {
      padding-left: 1.25rem;
    }
  }
  :host([page]) {
    padding-top: 1.15rem;
  }
  :host([page]) .perm {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
    font-size: var(--fs-ui);
    margin-top: 0.15rem;
    width: 100%;
  }
`;
