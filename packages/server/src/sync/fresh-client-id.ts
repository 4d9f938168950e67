import type {RandomBytes} from '@goldthread/schema';
import type {LiveDocument} from './live-document.ts';

/** A Yjs client id that a document doesn't have, of those that are never issued to people. */
export function freshClientId(random: RandomBytes, document: LiveDocument): number {
  const [high = 0, low = 0] = random(2);
  const id = high * 256 + low;
  return id === 0 || document.stateVector.has(id) ? freshClientId(random, document) : id;
}
