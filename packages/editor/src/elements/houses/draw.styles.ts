import {css} from 'lit';

/** The paper and what lies beside it. The inks are those of the paper, by day and by lamplight. */
export const drawStyles = css`
  :host {
    display: grid;
    gap: 1rem;
  }
  @media (min-width: 70rem) {
    :host {
      grid-template-columns: minmax(0, 1fr) 15rem;
      align-items: start;
    }
    .tools {
      flex-direction: column;
      align-items: stretch;
    }
    .name {
      grid-column: 1 / -1;
    }
  }
  .paper {
    width: min(100%, 60rem, 95vh);
    cursor: crosshair;
    touch-action: none;
    border: 2px solid var(--line-strong);
  }
  .cross {
    fill: none;
    stroke: #0b0c0c;
    stroke-width: 5;
    paint-order: stroke;
  }
  .ink {
    width: 1.6rem;
    height: 1.6rem;
    border: 2px solid var(--ink);
    border-radius: 50%;
    forced-color-adjust: none;
  }
  .ink.black {
    background: #1e1b18;
  }
  .ink.red {
    background: #c8402c;
  }
  .ink.blue {
    background: #2f5fa8;
  }
  .ink.green {
    background: #3f7d3a;
  }
  .ink.yellow {
    background: #e0a91c;
  }
  .ink.purple {
    background: #77509f;
  }
  .name {
    display: grid;
    gap: 0.4rem;
    font-size: 1.25rem;
  }
  input {
    font: inherit;
    font-size: 1.5rem;
    color: var(--ink);
    background: var(--sheet);
    border: 2px solid var(--line-strong);
    border-radius: var(--r-control);
    min-height: var(--target-child);
    padding: 0.5rem 1rem;
    width: min(100%, 40rem);
  }
`;
