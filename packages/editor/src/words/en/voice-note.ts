/** A recording in its place in the plan. */
export const voiceNote = {
  play: 'Play it',
  stop: 'Stop it',
  cannot: 'It cannot be played now.',
} as const;
