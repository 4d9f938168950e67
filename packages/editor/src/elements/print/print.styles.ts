import {css} from 'lit';

/** A sheet of paper, on a screen and from a printer: black on white, told by words and lines alone. */
export const printStyles = css`
  .bar fieldset {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s4);
  }
  .bar legend {
    float: left;
  }
  .bar label {
    display: inline-flex;
    align-items: center;
    gap: var(--s2);
    min-height: var(--target);
  }
  .sheet {
    max-width: 21cm;
    margin: var(--s5) auto var(--s7);
    padding: clamp(1.25rem, 5vw, 2cm);
    background: #fff;
    color: #000;
    border: 1px solid var(--line-strong);
    font-size: 12pt;
    line-height: 1.45;
    letter-spacing: var(--space-letter);
    word-spacing: var(--space-word);
    overflow-wrap: anywhere;
    color-scheme: light;
  }
  :host([large]) .sheet {
    font-size: 16pt;
  }
  .sheet h1,
  .sheet h2,
  .sheet h3 {
    color: #000;
    break-after: avoid;
    break-inside: avoid;
    overflow-wrap: break-word;
  }
  h1 {
    font-size: 2em;
    margin: 0;
  }
  h2 {
    font-size: 1.35em;
    margin: 1.6em 0 0.3em;
    padding-top: 0.4em;
    border-top: 2pt solid #000;
  }
  h3 {
    font-size: 1.1em;
    margin: 1.2em 0 0.2em;
  }
  .what {
    font-size: 1.2em;
  }
  .stage {
    display: inline-block;
    margin: 0.6em 0;
    padding: 0.15em 0.6em;
    border: 1pt solid #000;
    font-weight: var(--w-strong);
  }
  .purpose {
    margin-bottom: 0.6em;
    font-style: italic;
    break-after: avoid;
    break-inside: avoid;
  }
  p {
    orphans: 3;
    widows: 3;
  }
  article {
    position: relative;
    min-height: 2.45em;
    padding: 0.5em 0;
    break-inside: avoid;
  }
  article:has(> .label) {
    padding-left: 3.6em;
  }
  article.long {
    break-inside: auto;
  }
  .label {
    position: absolute;
    left: 0;
    font-weight: var(--w-strong);
  }
  .kind,
  .list-name {
    font-weight: var(--w-strong);
    break-after: avoid;
  }
  .kind,
  .list-name,
  dl,
  .list,
  .ties,
  .note,
  small {
    font-size: 0.92em;
  }
  .words p {
    white-space: break-spaces;
  }
  .words p + p {
    margin-top: 0.4em;
  }
  .words ul,
  .list,
  .ties {
    list-style: disc;
    padding-left: 1.3em;
  }
  .words ol {
    list-style: decimal;
    padding-left: 1.6em;
  }
  .table {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    font-size: 0.92em;
  }
  tr {
    break-inside: avoid;
  }
  td,
  th {
    border: 1px solid #000;
    padding: 0.2em 0.5em;
    text-align: left;
    vertical-align: top;
  }
  .sheet a {
    color: inherit;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1.2em;
    margin-top: 0.3em;
  }
  dt,
  dd {
    display: inline;
  }
  dt {
    font-weight: var(--w-strong);
  }
  .list-name,
  .ties {
    margin-top: 0.3em;
  }
  .dispute,
  .other,
  .scale {
    margin-top: 0.6em;
    padding-left: 0.8em;
    border-left: 3pt double #000;
    break-inside: avoid;
  }
  .scale {
    border-left: 1pt solid #000;
  }
  .dispute article {
    padding: 0;
  }
  .scale h3 {
    margin: 0;
    font-size: 1em;
  }
  .scale li {
    padding: 0.2em 0;
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.4em 1.4em;
  }
  .matter {
    break-inside: avoid;
  }
  .matter li {
    padding: 0.2em 0;
  }
  .said {
    white-space: pre-wrap;
  }
  small {
    display: block;
  }
  blockquote {
    margin: 0.3em 0 0.6em;
    padding-left: 0.8em;
    border-left: 1pt solid #000;
  }
  .end {
    margin-top: 2em;
    padding-top: 0.5em;
    border-top: 2pt solid #000;
    font-weight: var(--w-strong);
    break-before: avoid;
  }
  @media screen and (max-width: 46rem) {
    article:has(> .label) {
      padding-left: 0;
    }
    .label {
      position: static;
    }
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    :host {
      min-height: 0;
      background: none;
    }
    .bar {
      display: none;
    }
    .sheet {
      max-width: none;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .table {
      overflow: visible;
    }
  }
  @media (forced-colors: active) {
    .sheet {
      background: Canvas;
      color: CanvasText;
    }
  }
`;
