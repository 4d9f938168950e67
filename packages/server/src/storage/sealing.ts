import type {CompartmentId} from '@goldthread/schema';

/** Where the bytes of documents pass on their way to disk and back, so that they can be kept under a key per compartment. */
export interface Sealing {
  seal(id: CompartmentId, bytes: Uint8Array): Uint8Array;
  open(id: CompartmentId, bytes: Uint8Array): Uint8Array;
}

/** Keeps bytes as they are. */
export const unsealed: Sealing = {seal: (_id, bytes) => bytes, open: (_id, bytes) => bytes};
