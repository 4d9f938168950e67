import {css} from 'lit';

/** Fills of the child's pictures outside the child's own page, by day and by lamplight. */
export const houseColours = css`
  :host {
    --wall-good: light-dark(#f3c29b, #8d5f42);
    --roof-good: light-dark(#c95f43, #b9573d);
    --wall-worry: light-dark(#b7cbd8, #4c6374);
    --roof-worry: light-dark(#587a94, #7d9fb8);
    --wall-dream: light-dark(#cfc5e4, #5d5080);
    --roof-dream: light-dark(#77619f, #9a86c6);
    --leaf: light-dark(#a9bf8f, #5f7448);
  }
`;
