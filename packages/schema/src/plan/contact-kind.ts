/** What a value of the protected contact store is. */
export const CONTACT_KINDS = ['address', 'phone', 'email', 'other'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];
