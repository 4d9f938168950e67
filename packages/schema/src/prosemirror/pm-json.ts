/** A mark of a text node in ProseMirror's JSON form. */
export interface PmMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** A node in ProseMirror's JSON form: what the pure readers give and what plans and versions are made of. */
export interface PmJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly PmJson[];
  readonly marks?: readonly PmMark[];
  readonly text?: string;
}

/** The attribute of a node, if it is there and not null. */
export function attributeOf(node: PmJson, name: string): unknown {
  return node.attrs?.[name] ?? undefined;
}
