/** Where a statutory plan is in its life (domain 1.5). */
export const STAGES = ['assessment', 'draftServed', 'final', 'amending', 'amendedFinal', 'ceased'] as const;
export type Stage = (typeof STAGES)[number];
