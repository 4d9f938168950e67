import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** Clients and clocks that a forged struct names. */
export type ForgedId = readonly [client: number, clock: number];

/** A struct that no honest client would write. */
export interface ForgedItem {
  readonly origin?: ForgedId;
  readonly right?: ForgedId;
  /** A root's name or the id of an element. */
  readonly parent?: string | ForgedId;
  readonly sub?: string;
  readonly content: {write(encoder: Y.UpdateEncoderV1, offset: number): void; getRef(): number};
}

/** A struct by its raw kind and length: 0 is garbage, 10 a gap. */
export interface ForgedGap {
  readonly ref: 0 | 10;
  readonly length: number;
}

/** A forged update: the structs of one client from a clock on, and what it says is deleted. */
export interface Forgery {
  readonly client?: number;
  readonly clock?: number;
  readonly structs?: readonly (ForgedItem | ForgedGap)[];
  readonly deletes?: readonly (readonly [client: number, clock: number, length: number])[];
}

/** Writes updates byte by byte, so that tests can send what Yjs itself would never write. */
export function forge(...forgeries: readonly Forgery[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const rest = encoder.restEncoder;
  const blocks = forgeries.filter(forgery => forgery.structs);
  encoding.writeVarUint(rest, blocks.length);
  for (const {client = 7, clock = 0, structs = []} of blocks) {
    encoding.writeVarUint(rest, structs.length);
    encoding.writeVarUint(rest, client);
    encoding.writeVarUint(rest, clock);
    for (const struct of structs) writeStruct(encoder, struct);
  }
  const deletes = forgeries.flatMap(forgery => forgery.deletes ?? []);
  encoding.writeVarUint(rest, deletes.length);
  for (const [client, clock, length] of deletes) {
    for (const number of [client, 1, clock, length]) encoding.writeVarUint(rest, number);
  }
  return encoder.toUint8Array();
}

function writeStruct(encoder: Y.UpdateEncoderV1, struct: ForgedItem | ForgedGap): void {
  const rest = encoder.restEncoder;
  if ('ref' in struct) {
    encoder.writeInfo(struct.ref);
    encoding.writeVarUint(rest, struct.length);
    return;
  }
  const {origin, right, parent, sub, content} = struct;
  encoder.writeInfo(content.getRef() | (origin ? 128 : 0) | (right ? 64 : 0) | (sub === undefined ? 0 : 32));
  for (const id of [origin, right]) if (id) writeId(rest, id);
  if (!origin && !right) {
    encoder.writeParentInfo(typeof parent === 'string');
    if (typeof parent === 'string') encoder.writeString(parent);
    else writeId(rest, parent ?? [0, 0]);
    if (sub !== undefined) encoder.writeString(sub);
  }
  content.write(encoder, 0);
}

function writeId(rest: encoding.Encoder, [client, clock]: ForgedId): void {
  encoding.writeVarUint(rest, client);
  encoding.writeVarUint(rest, clock);
}
