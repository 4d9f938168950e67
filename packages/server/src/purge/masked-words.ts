import type {RandomBytes} from '@goldthread/schema';
import type {PurgeRecord} from '../storage/index.ts';

type Masked = NonNullable<PurgeRecord['words']>;

/**
 * Words for a record that is looked for in every file for just these words: as long as they have to be kept, so that a purge can
 * be finished after a crash, not even their unsealed bytes hold them.
 */
export function mask(words: string, random: RandomBytes): Masked {
  const bytes = new TextEncoder().encode(words);
  const pad = random(bytes.length);
  return {pad: base64(pad), masked: base64(combined(bytes, pad))};
}

/** The words again. */
export function unmask({pad, masked}: Masked): string {
  return new TextDecoder().decode(combined(Buffer.from(masked, 'base64'), Buffer.from(pad, 'base64')));
}

function combined(bytes: Uint8Array, pad: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => byte ^ (pad[index] ?? 0));
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
