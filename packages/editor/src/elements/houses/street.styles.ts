import {css} from 'lit';

/** The street with three houses, or three lists, and the bars above and below. */
export const street = css`
  .view {
    min-height: 100vh;
    min-height: 100dvh;
    display: flex;
    flex-direction: column;
    background: var(--paper);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 1rem;
    padding: 0.75rem 1.75rem;
  }
  .bar .grow {
    flex: 1;
  }
  .hello {
    font-size: 2.25rem;
    padding: 1.1rem 2rem 0;
    text-align: center;
  }
  .start {
    padding: 0.5rem 2rem 0;
    font-size: 1.375rem;
    text-align: center;
  }
  .street {
    position: relative;
    flex: 1;
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 1rem;
    padding: 0.5rem 1rem 1rem;
    align-items: center;
  }
  .door {
    display: flex;
    flex-direction: column;
    align-items: center;
    padding: 0.5rem 0.5rem 0.75rem;
    border: 2px solid transparent;
    border-radius: var(--r-child);
    text-align: center;
  }
  .door:hover {
    background: color-mix(in srgb, var(--sheet) 70%, transparent);
  }
  .door .house {
    width: 100%;
    height: auto;
    max-height: min(24.5rem, 42vh);
  }
  .door b {
    font-size: 1.875rem;
    margin-top: 1.2rem;
  }
  .door span {
    font-size: 1.375rem;
    color: var(--ink-2);
  }
  .yarn {
    display: block;
    width: calc(100% + 2rem);
    margin-inline: -1rem;
    overflow: visible;
    height: 1.5rem;
    color: var(--thread);
  }
  .yarn path {
    fill: none;
    stroke: currentColor;
    stroke-width: 3;
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
  .column {
    align-self: stretch;
    display: flex;
    flex-direction: column;
    gap: 1rem;
    padding: 1.25rem;
    background: var(--sheet);
    border-radius: var(--r-sheet);
    box-shadow: var(--shadow-sheet);
  }
  .column li {
    padding-block: 0.6rem;
    border-bottom: 1px solid var(--line);
    font-size: 1.25rem;
    overflow-wrap: anywhere;
  }
  .column .kid {
    margin-top: auto;
  }
  .calm {
    margin: auto;
    padding: 2rem;
    max-width: 34rem;
    text-align: center;
    display: grid;
    gap: 1.25rem;
    justify-items: center;
  }
  .large {
    width: 6rem;
    height: 6rem;
  }
  .young .door span {
    font-size: 1.625rem;
  }
  @media (forced-colors: active) {
    .door {
      border-color: ButtonText;
    }
    .yarn {
      display: none;
    }
  }
  .sheet > .card {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    margin-top: auto;
    font-size: 1.25rem;
  }
  .card > .picture {
    flex: none;
    width: 2.6rem;
    height: 2.6rem;
  }
  .note {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    padding: 0.5rem clamp(1rem, 4vw, 1.75rem);
    font-size: 1.25rem;
    font-weight: 500;
  }
  .note > .picture {
    flex: none;
    width: 2.6rem;
    height: 2.6rem;
  }
  @media (max-width: 44rem) {
    .street {
      grid-template-columns: minmax(0, 1fr);
    }
    .door .house {
      max-height: 12rem;
    }
    .bar {
      padding: 0.5rem 1rem;
      gap: 0.5rem;
      justify-content: space-between;
    }
    .bar .kid {
      gap: 0.3rem;
      padding-inline: 0.25rem;
      font-size: 1.25rem;
    }
    .bar .kid.line {
      padding-inline: 0.8rem;
    }
    .bar .kid > .picture {
      width: 2rem;
      height: 2rem;
    }
    .hello {
      font-size: 1.875rem;
      padding: 0.5rem 1rem 0;
    }
  }
`;
