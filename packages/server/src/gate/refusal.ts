import type {RootName} from '@goldthread/schema';

/** Every reason for which the gate refuses an update. The sentence for the person stands in the wire's registry. */
export const REFUSAL_CODES = [
  'UNBOUND_CLIENT',
  'ROOT',
  'FORBIDDEN',
  'NODE',
  'ATTRIBUTE',
  'MARK',
  'VALUE',
  'CONTENT',
  'TOO_BIG',
  'TOO_LONG',
  'MALFORMED',
  'MISSING_DEPS',
  'CROSS_PARENT',
  'ORDER',
  'SCHEMA',
  'DUPLICATE_ID',
  'REFERENCE',
  'OWNER',
  'ID_CHANGED',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/**
 * Why an update was not let through: a code and, where it is known and may be told, the root that it would have
 * changed. Never holds text, a name, an attribute value or an id.
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly where?: RootName;
}
