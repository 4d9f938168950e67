import type {ItemType, ItemTypeName} from './item-type.ts';
import {SAFETY_ITEM_TYPES} from './safety-item-types.ts';
import {STATUTORY_ITEM_TYPES} from './statutory-item-types.ts';
import {VOICE_ITEM_TYPES} from './voice-item-types.ts';

/** Every type of item by name. The document schema, Plan JSON and the fields on screen are all made from this. */
export const ITEM_TYPES: Readonly<Record<ItemTypeName, ItemType>> = {
  ...VOICE_ITEM_TYPES,
  ...STATUTORY_ITEM_TYPES,
  ...SAFETY_ITEM_TYPES,
};
