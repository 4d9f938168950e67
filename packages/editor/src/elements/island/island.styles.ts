import {css, type CSSResult} from 'lit';

export const islandStyles = css`
  :host {
    display: block;
    margin: var(--s2) 0 var(--s3) var(--gutter, 4.25rem);
    white-space: normal;
    cursor: default;
  }
  .frame {
    position: relative;
    max-width: calc(var(--measure) + 4rem);
    padding: 0.6rem 0.9rem 0.7rem 3rem;
    background: var(--veil);
    border: 1px solid transparent;
    border-left: 4px dotted var(--hidden);
    border-radius: var(--r-sheet);
  }
  .lock {
    position: absolute;
    left: 0.95rem;
    top: 0.65rem;
    width: 1.25rem;
    height: 1.4rem;
    color: var(--hidden);
  }
  .title {
    font-size: var(--fs-note);
    font-weight: var(--w-strong);
    line-height: 1.4;
    color: var(--hidden);
  }
  .title span {
    font-weight: var(--w-text);
  }
  p {
    font-size: var(--fs-note);
    line-height: 1.4;
    color: var(--ink-2);
  }
  .said {
    color: var(--ink);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: var(--s5);
  }
  .foot button {
    font-size: var(--fs-note);
  }
  @media (max-width: 46rem) {
    :host {
      margin-left: 1.25rem;
    }
    .frame {
      padding: 2.4rem 0.9rem 0.7rem;
    }
    .lock {
      left: 0.9rem;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;

/** The words of an island and the lines beside it lie in the light DOM, where this sheet is adopted. */
export const islandWords: CSSResult = css`
  goldthread-island .ProseMirror {
    font-size: var(--fs-body);
    min-height: 2.25rem;
    /* Room for the line around it that says where the focus is, so that it covers no letter. */
    margin-inline: -0.5rem;
    padding: 0.4rem 0.5rem;
  }
  goldthread-island .ProseMirror > * {
    max-width: var(--measure);
  }
  goldthread-island .ProseMirror p + p {
    margin-top: 0.45em;
  }
  goldthread-island .ProseMirror :is(ul, ol) {
    padding-left: 1.4em;
  }
  goldthread-island .ProseMirror ul {
    list-style: disc;
  }
  goldthread-island .ProseMirror ol {
    list-style: decimal;
  }
  goldthread-island .ProseMirror[data-prompt]::before {
    content: attr(data-prompt);
    position: absolute;
    color: var(--ink-3);
    pointer-events: none;
  }
  /* Something is written there, if not for everyone: the section says how to begin by its buttons. */
  .goldthread-words:has(goldthread-island) .goldthread-empty-prompt {
    display: none;
  }
  .goldthread-words .goldthread-informed {
    margin: 0 0 var(--s2) var(--gutter, 4.25rem);
    font-size: var(--fs-note);
    line-height: 1.4;
    color: var(--hidden);
    white-space: normal;
    cursor: default;
  }
  @media (max-width: 46rem) {
    .goldthread-words .goldthread-informed {
      margin-left: var(--gutter, 3.1rem);
    }
  }
`;
