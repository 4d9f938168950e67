import {answerOf} from './idb.ts';

/** The key under which everything on the device is kept, and when it stops being used. */
export interface DeviceKey {
  /** AES-GCM; its bits can't be read out, not even by this page. */
  readonly key: CryptoKey;
  readonly expiresAt: number;
  readonly limitHours: number;
}

export const KEY_STORE = 'key';
const KEY_ID = 'only';
const HOUR = 3_600_000;

/** A new key, readable for `limitHours` from now. */
export async function makeDeviceKey(limitHours: number, now: Date): Promise<DeviceKey> {
  const key = await crypto.subtle.generateKey({name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']);
  return {key, limitHours, expiresAt: now.getTime() + limitHours * HOUR};
}

/** The same key, readable for its whole limit from now. */
export function extended({key, limitHours}: DeviceKey, now: Date): DeviceKey {
  return {key, limitHours, expiresAt: now.getTime() + limitHours * HOUR};
}

/** Whether the last contact was too long ago for anything here to be read. */
export function isExpired(key: DeviceKey, now: Date): boolean {
  return now.getTime() >= key.expiresAt;
}

/** Reads the key of a database; null if it has none. */
export async function loadDeviceKey(database: IDBDatabase): Promise<DeviceKey | null> {
  const store = database.transaction(KEY_STORE).objectStore(KEY_STORE);
  const found: unknown = await answerOf(store.get(KEY_ID));
  return isDeviceKey(found) ? found : null;
}

/** Writes the key of a database. */
export async function saveDeviceKey(database: IDBDatabase, key: DeviceKey): Promise<void> {
  const store = database.transaction(KEY_STORE, 'readwrite').objectStore(KEY_STORE);
  await answerOf(store.put(key, KEY_ID));
}

function isDeviceKey(value: unknown): value is DeviceKey {
  if (typeof value !== 'object' || value === null || !('key' in value) || !('expiresAt' in value))
    return false;
  return value.key instanceof CryptoKey && typeof value.expiresAt === 'number' && 'limitHours' in value;
}
