import * as Y from 'yjs';

/** A unit of a Yjs document: something inserted, or a run of ids whose content is gone for good. */
export type Struct = Y.Item | Y.GC;

/** The document's types carry whatever content; what they hold is checked struct by struct. */
export type AnyType = Y.ContentType['type'];

/** The struct of the document that covers an id, or null if the document doesn't have it. */
export function storedStruct(doc: Y.Doc, id: Y.ID): Struct | null {
  const structs = doc.store.clients.get(id.client);
  if (structs === undefined) return null;
  const last = structs[structs.length - 1];
  if (last === undefined || id.clock < 0 || id.clock >= last.id.clock + last.length) return null;
  return structs[Y.findIndexSS(structs, id.clock)] ?? null;
}

/** The type in which an item of the document stands. */
export function parentTypeOf(item: Y.Item): AnyType {
  // `parent` is an id or null only until Yjs has integrated the item, and the store holds none that isn't.
  return item.parent as AnyType;
}

/** Whether an item is in a document, and not only in an update. */
export function isIntegrated(item: Y.Item): boolean {
  return item.parent instanceof Y.AbstractType;
}

/** The element or text that a struct brings, or null if it brings none or its content is gone. */
export function typeOf(struct: Struct): AnyType | null {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type : null;
}

/** The element that a type is, or null if it is another type. */
export function asElement(type: AnyType | null): Y.XmlElement | null {
  // Yjs types an element by the values of its attributes, which are unknown until they are looked at.
  return type instanceof Y.XmlElement ? (type as Y.XmlElement) : null;
}

/** The name of the element that a struct brings, or null if it isn't an element. */
export function elementName(struct: Struct): string | null {
  return asElement(typeOf(struct))?.nodeName ?? null;
}

const rootNames = new WeakMap<AnyType, string>();

/** The name of a root of the document. Roots can't be renamed, so it is looked for once. */
export function rootNameOf(doc: Y.Doc, root: AnyType): string {
  const known = rootNames.get(root);
  if (known !== undefined) return known;
  for (const [name, type] of doc.share) {
    if (type !== root) continue;
    rootNames.set(root, name);
    return name;
  }
  return '';
}

/** The `id` of an item of the document; an item that is deleted but not yet collected has it still. */
export function storedId(item: Y.Item): string | null {
  const content = typeOf(item)?._map.get('id')?.content;
  const value: unknown = content instanceof Y.ContentAny ? content.arr[0] : null;
  return typeof value === 'string' ? value : null;
}

/** The items that a transaction brought, by client and clock. */
export function* structsBroughtBy(
  doc: Y.Doc,
  {beforeState, afterState}: Y.Transaction,
): Generator<Y.Item, void> {
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0;
    if (start >= end) continue;
    const structs = doc.store.clients.get(client) ?? [];
    for (let index = Y.findIndexSS(structs, start); index < structs.length; index++) {
      const struct = structs[index];
      // What was joined with words that stood there before shares their place.
      if (struct instanceof Y.Item && struct.id.clock >= start) yield struct;
    }
  }
}
