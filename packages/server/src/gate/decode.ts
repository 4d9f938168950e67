import * as Y from 'yjs';
import {fail, ok, type Result} from '@goldthread/schema';
import type {Place} from './place.ts';
import type {GatePolicy} from './policy.ts';
import {refusal, type Refusal} from './refusal.ts';
import type {Struct} from './struct-store.ts';

/** The new structs of one client, each following on the one before. */
export interface IncomingRun {
  readonly client: number;
  readonly structs: Struct[];
  /** Where the first structs would stand; its length says how many are placed so far. */
  readonly places: (Place | 'collected')[];
  /** The first clock that the document doesn't have. */
  readonly start: number;
  /** The clock after the last struct. */
  end: number;
}

/** A run of clocks of one client that an update says are deleted. */
export interface DeleteRange {
  readonly clock: number;
  readonly len: number;
}

/** What an update would bring to one document, with everything that the document already has left out. */
export interface Incoming {
  readonly runs: ReadonlyMap<number, IncomingRun>;
  /** In the order of their clocks; none overlaps another. */
  readonly deletes: ReadonlyMap<number, readonly DeleteRange[]>;
}

/**
 * Reads bytes from a client as a Yjs update (version 1) without touching the document. Structs that the document
 * has are cut away, because Yjs resolves the references even of structs that it then ignores.
 */
export function decode(doc: Y.Doc, bytes: Uint8Array, policy: GatePolicy): Result<Incoming, Refusal> {
  if (bytes.byteLength > policy.limits.bytes) return fail(refusal('TOO_BIG'));
  let update: ReturnType<typeof Y.decodeUpdate>;
  try {
    update = Y.decodeUpdate(bytes);
  } catch {
    return fail(refusal('MALFORMED'));
  }
  const runs = new Map<number, IncomingRun>();
  let run: IncomingRun | undefined;
  let length = 0;
  let count = 0;
  for (const struct of update.structs) {
    if (struct instanceof Y.Skip) return fail(refusal('MISSING_DEPS'));
    const {client, clock} = struct.id;
    const end = clock + struct.length;
    if (struct.length <= 0 || !Number.isSafeInteger(end)) return fail(refusal('MALFORMED'));
    if (run?.client !== client) {
      if (runs.has(client)) return fail(refusal('MALFORMED'));
      run = startRun(client, Y.getState(doc.store, client));
      runs.set(client, run);
    }
    if (clock > run.end) return fail(refusal('MISSING_DEPS'));
    if (end <= run.end) continue;
    if (!policy.isOwnClient(client)) return fail(refusal('UNBOUND_CLIENT'));
    length += end - run.end;
    count += 1;
    if (length > policy.limits.length || count > policy.limits.structs) return fail(refusal('TOO_BIG'));
    run.structs.push(clock === run.end ? struct : withoutKnown(struct, run.end - clock));
    run.end = end;
  }
  for (const [client, {structs}] of runs) if (structs.length === 0) runs.delete(client);
  const deletes = new Map<number, readonly DeleteRange[]>();
  for (const [client, ranges] of update.ds.clients) {
    if (ranges.some(({len}) => !(len > 0))) return fail(refusal('MALFORMED'));
    deletes.set(client, merged(ranges));
  }
  return ok({runs, deletes});
}

/** Overlapping ranges as few: each struct is looked at once, however often an update names it. */
function merged(ranges: readonly DeleteRange[]): readonly DeleteRange[] {
  if (ranges.length < 2) return ranges;
  const result: {clock: number; len: number}[] = [];
  for (const {clock, len} of [...ranges].sort((a, b) => a.clock - b.clock)) {
    const last = result.at(-1);
    if (last === undefined || clock > last.clock + last.len) result.push({clock, len});
    else last.len = Math.max(last.len, clock + len - last.clock);
  }
  return result;
}

function startRun(client: number, start: number): IncomingRun {
  return {client, structs: [], places: [], start, end: start};
}

/** The part of a struct that the document doesn't have, as Yjs itself would cut it. */
function withoutKnown(struct: Struct, known: number): Struct {
  const {client, clock} = struct.id;
  const id = Y.createID(client, clock + known);
  if (struct instanceof Y.GC) return new Y.GC(id, struct.length - known);
  const origin = Y.createID(client, clock + known - 1);
  return new Y.Item(id, null, origin, null, struct.rightOrigin, null, null, struct.content.splice(known));
}

/** The new struct that covers an id, if the update brings one. */
export function incomingIndex(run: IncomingRun, clock: number): number {
  const {structs} = run;
  let low = 0;
  let high = structs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (struct === undefined) break;
    if (struct.id.clock > clock) high = middle - 1;
    else if (struct.id.clock + struct.length <= clock) low = middle + 1;
    else return middle;
  }
  return -1;
}
