import {css} from 'lit';

export const voiceNoteStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s4);
  }
`;
