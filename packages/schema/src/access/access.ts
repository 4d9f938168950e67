/** What one person may do with one root of one compartment: receive nothing, receive it, or change it too. */
export type Access = 'none' | 'read' | 'write';

/**
 * One cell of the access table: under what condition a role may write in a group of roots.
 * `no`: never. `yes`: always. `own`: items that the person speaks in or typed, and new ones.
 * `open`: while the section is open for co-writing. `scribe`: for the child, in a session that is open now.
 * `dispute`: what they do not agree with, in items of that type that are their own.
 */
export type Cell = 'no' | 'yes' | 'own' | 'open' | 'scribe' | 'dispute';

/** Roots whose cells are the same for every role and stage. */
export const ROOT_GROUPS = ['A', 'BF', 'CG', 'DH', 'E', 'IJK', 'worries', 'map', 'house'] as const;
export type RootGroup = (typeof ROOT_GROUPS)[number];
