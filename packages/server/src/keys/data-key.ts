import {createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject} from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const FORMAT = 1;
/** Format, key id; before the random IV. */
const HEADER_BYTES = 5;
const OVERHEAD = HEADER_BYTES + IV_BYTES + TAG_BYTES;
const IV_POOL_BYTES = IV_BYTES * 512;

const TAG = {authTagLength: TAG_BYTES};

/** New random bytes for a key. */
export function newKeyBytes(): Buffer {
  return randomBytes(KEY_BYTES);
}

/**
 * One AES-256-GCM key. What it seals starts with the key's id, so that whoever opens it knows which key to take, and
 * opens only with what was said about it (`about`), so that sealed bytes can't be moved to another place.
 */
export class DataKey {
  /** 1 to 2^32 - 1; 0 is the master key. */
  readonly id: number;
  readonly #key: KeyObject;

  constructor(id: number, key: KeyObject | Uint8Array) {
    this.id = id;
    this.#key = key instanceof Uint8Array ? createSecretKey(key) : key;
  }

  seal(bytes: Uint8Array, about: Uint8Array): Uint8Array {
    const sealed = new Uint8Array(bytes.length + OVERHEAD);
    const iv = nextIv();
    const cipher = createCipheriv(ALGORITHM, this.#key, iv, TAG);
    cipher.setAAD(about);
    const body = cipher.update(bytes);
    cipher.final();
    sealed[0] = FORMAT;
    new DataView(sealed.buffer).setUint32(1, this.id);
    sealed.set(iv, HEADER_BYTES);
    sealed.set(body, HEADER_BYTES + IV_BYTES);
    sealed.set(cipher.getAuthTag(), sealed.length - TAG_BYTES);
    return sealed;
  }

  /** `null` where the bytes, or what is said about them, aren't what was sealed. */
  open(sealed: Uint8Array, about: Uint8Array): Uint8Array | null {
    if (keyIdOf(sealed) !== this.id) return null;
    const decipher = createDecipheriv(
      ALGORITHM,
      this.#key,
      sealed.subarray(HEADER_BYTES, HEADER_BYTES + IV_BYTES),
      TAG,
    );
    decipher.setAAD(about);
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    const bytes = decipher.update(sealed.subarray(HEADER_BYTES + IV_BYTES, sealed.length - TAG_BYTES));
    try {
      decipher.final();
    } catch {
      return null;
    }
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  }
}

/** The id of the key under which bytes were sealed; `null` where they are nothing sealed. */
export function keyIdOf(sealed: Uint8Array): number | null {
  if (sealed.length < OVERHEAD || sealed[0] !== FORMAT) return null;
  return new DataView(sealed.buffer, sealed.byteOffset).getUint32(1);
}

let pool = Buffer.alloc(0);
let used = 0;

/** 96 random bits. Drawn for many at once, because asking the system costs more than sealing. */
function nextIv(): Uint8Array {
  if (used >= pool.length) {
    pool = randomBytes(IV_POOL_BYTES);
    used = 0;
  }
  used += IV_BYTES;
  return pool.subarray(used - IV_BYTES, used);
}
