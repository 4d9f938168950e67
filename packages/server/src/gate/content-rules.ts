import * as Y from 'yjs';
import {
  ANCHORED_ROOT,
  ATTRIBUTE_LENGTH,
  isAnchorAttribute,
  isLinkRel,
  isPartKind,
  QUOTES,
  SHAPES,
} from '@goldthread/schema';
import {attributesOf, markMayStand, marksOf, mayStand, nodeKind} from '@goldthread/schema/prosemirror';
import type {RefusalCode} from '@goldthread/schema/wire';
import {find, type Admission} from './admission.ts';
import {mayBear, mayHold} from './allowed-content.ts';
import type {Place} from './place.ts';
import {elementName, typeOf} from './struct-store.ts';

/** The longest text of one stroke of a drawing, in characters of base64. */
const STROKE_LENGTH = 8192;
const BASE64 = /^[A-Za-z0-9+/=]*$/;

/** The attributes that name something else, by the element that has them. */
const REFERENCES: Readonly<Record<string, string>> = {link: 'to', voiceNote: 'attachment'};

/** Says why what a struct brings may not stand at its place, or null. Looks at nothing but names, kinds and sizes. */
export function checkContent(admission: Admission, struct: Y.Item, place: Place): RefusalCode | null {
  if (place.sub !== null) return checkAttribute(admission, struct, place, place.sub);
  const {content} = struct;
  if (content instanceof Y.ContentString) return checkText(admission, content.str, place);
  if (content instanceof Y.ContentDeleted) return null;
  if (content instanceof Y.ContentType) return checkNode(admission, content.type, place);
  return content instanceof Y.ContentFormat ? checkFormat(admission, content, place) : 'CONTENT';
}

/** The name of the element that holds a text, or null if `text` isn't a text in an element. */
function nameAroundText(admission: Admission, text: Y.Item | null): string | null {
  if (text === null || !(typeOf(text) instanceof Y.XmlText)) return null;
  // The parent of an item of the document is a type; that of a new one is found by its place.
  const parent = text.parent as unknown;
  if (parent instanceof Y.XmlElement) return parent.nodeName;
  const found = find(admission, text.id);
  const around = found === null || found.place === 'collected' ? null : found.place.parent;
  return around === null ? null : elementName(around);
}

function checkText(admission: Admission, text: string, place: Place): RefusalCode | null {
  const around = nameAroundText(admission, place.parent);
  if (around === null || place.parent === null) return 'CONTENT';
  if (around !== 'stroke') return null;
  if (!BASE64.test(text)) return 'VALUE';
  const stored = typeOf(place.parent)?._length ?? 0;
  const length = (admission.strokeLengths.get(place.parent) ?? stored) + text.length;
  admission.strokeLengths.set(place.parent, length);
  return length > STROKE_LENGTH ? 'TOO_LONG' : null;
}

function checkFormat(admission: Admission, format: Y.ContentFormat, place: Place): RefusalCode | null {
  const around = nameAroundText(admission, place.parent);
  if (around === null) return 'CONTENT';
  if (!mayBear(around, format.key)) return 'MARK';
  const value: unknown = format.value;
  if (value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) return 'MARK';
  const known = marksOf(format.key);
  const attributes = {...value};
  if (!Object.keys(attributes).every(name => known.has(name))) return 'MARK';
  return markMayStand(format.key, attributes) ? null : 'MARK';
}

function checkNode(admission: Admission, type: Y.AbstractType<unknown>, place: Place): RefusalCode | null {
  const parentName = place.parent === null ? null : elementName(place.parent);
  if (type.constructor === Y.XmlText) {
    return parentName !== null && mayHold(parentName, 'text') ? null : 'CONTENT';
  }
  if (!(type instanceof Y.XmlElement)) return 'NODE';
  const kind = nodeKind(type.nodeName);
  if (kind === null || kind === 'doc' || kind === 'text') return 'NODE';
  if (place.parent === null) {
    const {policy} = admission;
    return policy.isKnownRoot(place.root) && policy.allowsItemType(place.root, type.nodeName)
      ? null
      : 'CONTENT';
  }
  return parentName !== null && mayHold(parentName, type.nodeName) ? null : 'CONTENT';
}

function checkAttribute(
  admission: Admission,
  struct: Y.Item,
  place: Place,
  attribute: string,
): RefusalCode | null {
  const name = place.parent === null ? null : elementName(place.parent);
  if (name === null || !attributesOf(name).has(attribute)) return 'ATTRIBUTE';
  // An open item with an anchor would say that something stands beside it.
  if (isAnchorAttribute(attribute) && place.root !== ANCHORED_ROOT) return 'ATTRIBUTE';
  // Yjs never gives an attribute a right neighbour; one that has it would be ordered by rules meant for lists.
  if (struct.rightOrigin !== null) return 'ORDER';
  const {content} = struct;
  if (content instanceof Y.ContentDeleted) return null;
  if (!(content instanceof Y.ContentAny) || content.arr.length !== 1) return 'CONTENT';
  const value: unknown = content.arr[0];
  if (value === null) return null;
  if (typeof value === 'string' && value.length > ATTRIBUTE_LENGTH) return 'TOO_LONG';
  if (!mayStand(name, attribute, value)) return 'VALUE';
  return checkMeaning(admission, place, name, attribute, value);
}

/**
 * The few attributes whose value is more than a scalar. Kinds of links and parts are those of the plan and not of one
 * type of item: joining, pasting and retyping items carries them along, and checks say what doesn't belong.
 */
function checkMeaning(
  admission: Admission,
  place: Place,
  name: string,
  attribute: string,
  value: unknown,
): RefusalCode | null {
  if (name === 'link' && place.parent !== null) noteLink(admission, place.parent, attribute, value);
  if (REFERENCES[name] === attribute) {
    if (typeof value !== 'string') return 'REFERENCE';
    admission.references.push(value);
    return null;
  }
  if (name === 'link' && attribute === 'rel') {
    if (value === QUOTES) return 'QUOTATION';
    return isLinkRel(value) && (value !== SHAPES || place.root === ANCHORED_ROOT) ? null : 'VALUE';
  }
  if (name === 'part' && attribute === 'kind') return isPartKind(value) ? null : 'VALUE';
  return null;
}

function noteLink({links}: Admission, link: Y.Item, attribute: string, value: unknown): void {
  links.set(link, [...(links.get(link) ?? []), {attribute, value}]);
}
