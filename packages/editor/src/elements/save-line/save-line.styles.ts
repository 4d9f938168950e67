import {css} from 'lit';

export const saveLineStyles = css`
  .line {
    display: flex;
    align-items: baseline;
    gap: 0.4em;
    font-size: var(--fs-note);
    color: var(--ink-2);
    line-height: 1.3;
  }
  .line .mark {
    position: relative;
    top: 0.16em;
  }
  .saved .mark {
    color: var(--agree);
  }
  .notSaved {
    color: var(--ink);
  }
  .notSaved .mark {
    color: var(--disagree);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--s4);
  }
  .acts .quiet {
    font-size: var(--fs-note);
  }
`;
