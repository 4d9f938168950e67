const IV_BYTES = 12;

/** Encrypts bytes for one place: what is sealed for one name can't be opened under another. */
export async function seal(
  key: CryptoKey,
  name: string,
  bytes: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const additionalData = new TextEncoder().encode(name);
  // A Uint8Array may view shared memory by its type; ours never does.
  const plain = bytes as Uint8Array<ArrayBuffer>;
  const sealed = await crypto.subtle.encrypt({name: 'AES-GCM', iv, additionalData}, key, plain);
  const whole = new Uint8Array(IV_BYTES + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), IV_BYTES);
  return whole;
}

/** Opens what {@link seal} made; null if it was made with another key, for another name, or damaged. */
export async function unseal(
  key: CryptoKey,
  name: string,
  whole: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array | null> {
  const iv = whole.subarray(0, IV_BYTES);
  const additionalData = new TextEncoder().encode(name);
  try {
    const plain = await crypto.subtle.decrypt(
      {name: 'AES-GCM', iv, additionalData},
      key,
      whole.subarray(IV_BYTES),
    );
    return new Uint8Array(plain);
  } catch {
    // WebCrypto says no more than that it failed.
    return null;
  }
}
