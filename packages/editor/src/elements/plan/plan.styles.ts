import {css} from 'lit';

export const planStyles = css`
  :host {
    display: block;
    min-height: 100vh;
    background: var(--paper);
    color: var(--ink);
    font-size: var(--fs-ui);
    letter-spacing: var(--space-letter);
    word-spacing: var(--space-word);
  }
  .sticky {
    position: sticky;
    top: var(--above, 0px);
    z-index: 5;
    background: var(--paper);
  }
  .columns {
    display: grid;
    grid-template-columns: 12.75rem minmax(0, 1fr) 20.25rem;
    align-items: start;
  }
  .nav {
    position: sticky;
    top: var(--top, 4.25rem);
    max-height: calc(100vh - var(--top, 4.25rem));
    overflow-y: auto;
    padding: var(--s4) 0 var(--s5) var(--s4);
  }
  main {
    background: var(--sheet);
    border-inline: 1px solid var(--line);
    min-height: calc(100vh - 4.3rem);
    padding-bottom: var(--s8);
  }
  aside {
    position: sticky;
    top: var(--top, 4.25rem);
    max-height: calc(100vh - var(--top, 4.25rem));
    overflow-y: auto;
    padding: var(--s4) 1.15rem var(--s4) 1.25rem;
    display: grid;
    gap: var(--s5);
  }
  .running {
    position: sticky;
    top: var(--top, 4.25rem);
    z-index: 4;
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: var(--s4);
    min-height: var(--target);
    padding: 0 var(--s5) 0 4.25rem;
    background: var(--sheet);
    border-bottom: 1px solid var(--line);
  }
  .running p {
    flex: 1 1 9rem;
    font-size: var(--fs-note);
    line-height: 1.2;
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  .running b {
    color: var(--ink);
  }
  .running goldthread-toolbar {
    flex: none;
  }
  .writing {
    position: sticky;
    bottom: 0;
    z-index: 6;
    padding: 0 1.25rem;
    background: var(--paper);
    border-top: 1px solid var(--line);
  }
  .turn {
    display: grid;
    gap: 0.7rem;
    padding: var(--s6) 1.25rem var(--s5);
  }
  .turn .btn {
    min-height: 3.25rem;
    font-size: var(--fs-phone);
  }
  .keys {
    font-size: var(--fs-note);
    color: var(--ink-3);
  }
  .opening {
    border: 0;
    background: none;
    padding: var(--s6) var(--s5);
    font-size: var(--fs-body);
    color: var(--ink-2);
    min-height: 60vh;
  }
  .skips {
    position: absolute;
    left: var(--s2);
    top: 0;
    z-index: 9;
  }
  .skip {
    position: absolute;
    top: -9rem;
    white-space: nowrap;
    background: var(--sheet);
    padding: var(--s3) var(--s4);
    min-height: var(--target);
    color: var(--action);
    text-decoration: underline;
  }
  .skip:focus {
    top: var(--s2);
  }
  ::slotted(goldthread-section + goldthread-section) {
    border-top: 1px solid var(--line);
  }

  @media (max-width: 66rem) {
    .columns {
      grid-template-columns: 11.5rem minmax(0, 1fr);
    }
    main {
      border-right: 0;
    }
    aside {
      position: static;
      grid-column: 1 / -1;
      max-height: none;
      overflow: visible;
      padding: var(--s5);
      border-top: 1px solid var(--line);
    }
  }
  :host([narrow]) main {
    border: 0;
    background: var(--paper);
    min-height: calc(100vh - 3.5rem);
    padding-bottom: 5rem;
  }
  :host([narrow]) main.reading {
    background: var(--sheet);
  }
  .page {
    padding: 1rem 1.25rem;
    display: grid;
    gap: var(--s5);
    font-size: var(--fs-phone);
  }
  .bottom {
    position: sticky;
    bottom: 0;
    z-index: 5;
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    background: var(--paper);
    border-top: 1px solid var(--line);
  }
  .bottom button {
    min-height: 3.25rem;
    text-align: center;
    color: var(--action);
    border-top: 4px solid transparent;
  }
  .bottom [aria-current] {
    color: var(--ink);
    font-weight: var(--w-strong);
    border-top-color: var(--action);
  }
  @media (max-height: 26rem) {
    .bottom {
      position: static;
    }
    .sticky {
      position: static;
    }
  }
  @media (forced-colors: active) {
    .bottom button {
      border-top-color: Canvas;
    }
    .bottom [aria-current] {
      border-top-color: Highlight;
    }
  }
`;
