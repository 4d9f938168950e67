import type {PlanId} from '@goldthread/schema';
import {isExpired, loadDeviceKey, makeDeviceKey, saveDeviceKey, type DeviceKey} from './device-key.ts';
import {removeDatabase} from './idb.ts';
import {openDatabase} from './sealed-store.ts';

/** With what the names of our databases start. */
export const PREFIX = 'goldthread:';

/** The database in which a device keeps what is one person's of one plan. */
export function nameOf(planId: PlanId | string, participantId: string): string {
  return `${PREFIX}${planId}:${participantId}`;
}

/**
 * Opens a database of the device with its key. Null where there is none and `limitHours` is null, so that none may be made. One whose
 * time is over is removed, never read.
 */
export async function openSealed(
  name: string,
  limitHours: number | null,
  now: Date,
): Promise<{readonly database: IDBDatabase; readonly key: DeviceKey} | null> {
  let database = await openDatabase(name);
  let key = await loadDeviceKey(database);
  if (key !== null && isExpired(key, now)) {
    database.close();
    await removeDatabase(name);
    key = null;
    if (limitHours !== null) database = await openDatabase(name);
  }
  if (key === null && limitHours === null) {
    database.close();
    await removeDatabase(name);
    return null;
  }
  const current = key ?? (await makeDeviceKey(limitHours ?? 0, now));
  if (key === null) await saveDeviceKey(database, current);
  return {database, key: {...current, limitHours: limitHours ?? current.limitHours}};
}
