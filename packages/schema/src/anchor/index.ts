export {anchorAttributes, readAnchor, type AnchorAttributes} from './anchor-attributes.ts';
export type {AnchorDocs} from './anchor-docs.ts';
export type {Anchor, AnchorState, AnchoredPlace} from './anchor.ts';
export {fromBase64url, toBase64url} from './base64url.ts';
export {placeItems, type PlacedItem, type WithheldDoc} from './place-items.ts';
export {resolveAnchor} from './resolve-anchor.ts';
