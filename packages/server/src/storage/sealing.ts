import type {CompartmentId} from '@goldthread/schema';

/** What sealed bytes are, so that those of one kind can never be put in the place of another. */
export type SealedKind = 'update' | 'snapshot' | 'withholding' | 'audit';

/** Where words pass on their way to disk and back, so that they can be kept under keys per compartment. */
export interface Sealing {
  /** `bound` is kept elsewhere: what is sealed beside it opens only beside the same bytes. */
  seal(id: CompartmentId, kind: SealedKind, bytes: Uint8Array, bound?: Uint8Array): Uint8Array;
  open(id: CompartmentId, kind: SealedKind, bytes: Uint8Array, bound?: Uint8Array): Uint8Array;
}

/** Keeps bytes as they are. */
export const unsealed: Sealing = {seal: (_id, _kind, bytes) => bytes, open: (_id, _kind, bytes) => bytes};
