/**
 * Why words of a private note may stand where more people read. `known`: those people know it already. `agreed`: whoever it is
 * about agreed. `needed`: they need it to keep the child safe, or to help.
 */
export const COPY_REASONS = ['known', 'agreed', 'needed'] as const;
export type CopyReason = (typeof COPY_REASONS)[number];
