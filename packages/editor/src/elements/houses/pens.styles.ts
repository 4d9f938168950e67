import {css} from 'lit';

/** Pen lines and flat fills of every picture for a child. */
export const pens = css`
  .picture {
    overflow: visible;
  }
  .pen {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .fill.wall-good {
    fill: var(--wall-good);
  }
  .fill.roof-good {
    fill: var(--roof-good);
  }
  .fill.wall-worry {
    fill: var(--wall-worry);
  }
  .fill.roof-worry {
    fill: var(--roof-worry);
  }
  .fill.wall-dream {
    fill: var(--wall-dream);
  }
  .fill.roof-dream {
    fill: var(--roof-dream);
  }
  .fill.leaf {
    fill: var(--leaf);
  }
  .fill.glow {
    fill: var(--glow);
  }
  .fill.sheet {
    fill: var(--sheet);
  }
  .fill.train {
    fill: var(--train);
  }
  @media (forced-colors: active) {
    .pen {
      stroke: CanvasText;
    }
  }
`;
