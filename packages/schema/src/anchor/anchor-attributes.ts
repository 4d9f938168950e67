import * as Y from 'yjs';
import {parseId, type ItemId} from '../base/ids.ts';
import {fitsAnchor, type AnchorAttribute} from '../plan/anchor-attribute.ts';
import {isRootName, type RootName} from '../plan/root.ts';
import type {Anchor} from './anchor.ts';
import {fromBase64url, toBase64url} from './base64url.ts';
import {indexOfItem, quoteOf} from './neighbours.ts';

/** The attributes that put a withheld item at its place, to stand in its element beside its `id`. */
export type AnchorAttributes = Readonly<Record<AnchorAttribute, string>>;

/**
 * The anchor of an item that is to stand after another, or at the start of the section where `afterItemId` is null.
 * Reads `doc` and writes nothing. An item that the section doesn't have gives an anchor at the end of the section.
 */
export function anchorAttributes(doc: Y.Doc, root: RootName, afterItemId: ItemId | null): AnchorAttributes {
  const fragment = doc.getXmlFragment(root);
  const index = afterItemId === null ? 0 : indexOfItem(fragment, afterItemId) + 1 || fragment.length;
  const neighbour = index === 0 ? undefined : fragment.get(index - 1);
  // Bound to the item before, so that what is added after it later stands after this item too.
  const position = Y.createRelativePositionFromTypeIndex(fragment, index, -1);
  return {
    'anchor.root': root,
    'anchor.item': afterItemId ?? '',
    'anchor.at': toBase64url(Y.encodeRelativePosition(position)),
    'anchor.quote': neighbour instanceof Y.XmlElement ? quoteOf(neighbour) : '',
  };
}

/** The anchor that the attributes of an item give, or null where they name no section. Any values are safe to read. */
export function readAnchor(attributes: Readonly<Record<string, unknown>>): Anchor | null {
  const root = attributes['anchor.root'];
  if (!fitsAnchor('anchor.root', root) || !isRootName(root)) return null;
  const item = parseId<ItemId>(attributes['anchor.item']);
  const at = attributes['anchor.at'];
  const quote = attributes['anchor.quote'];
  return {
    root,
    isAtStart: attributes['anchor.item'] === '',
    item: item.ok ? item.value : null,
    at: fitsAnchor('anchor.at', at) && at !== '' ? fromBase64url(at) : null,
    quote: fitsAnchor('anchor.quote', quote) ? quote : '',
  };
}
