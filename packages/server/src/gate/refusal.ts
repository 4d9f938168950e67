import type {RootName} from '@goldthread/schema';
import type {RefusalCode} from '@goldthread/schema/wire';

/**
 * Why an update was not let through: a code and, where it is known and may be told, the root that it would have
 * changed. Never holds text, a name, an attribute value or an id.
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly where?: RootName;
}

/** Makes a {@link Refusal}. */
export function refusal(code: RefusalCode, where?: RootName): Refusal {
  return where === undefined ? {code} : {code, where};
}
