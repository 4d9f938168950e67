/** How a party stands to an item. `notDecided` is for the party that decides. */
export const STANCES = ['agree', 'partly', 'disagree', 'notAsked', 'noAnswer', 'notDecided'] as const;
export type Stance = (typeof STANCES)[number];
