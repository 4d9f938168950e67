import {z} from 'zod';
import {ITEM_TYPE_NAMES, type ItemTypeName} from '../plan/item-type.ts';
import {ITEM_TYPES} from '../plan/item-types.ts';
import {LINK_RELS, type LinkRel} from '../plan/link-rel.ts';
import {PART_LISTS, isPartKind} from '../plan/part.ts';
import {fieldSchema, nestedShape} from './field-schemas.ts';
import {audienceSchema, keySchema, refSchema, type Audience, type ParticipantKey, type Ref} from './names.ts';
import {textSchema, type RichText} from './text-schema.ts';

/** A link from one item to another of the same file. */
export interface PlanLink {
  readonly rel: LinkRel;
  readonly to: Ref;
}

/** One item of Plan JSON. Its typed fields and lists stand beside these names and depend on its type. */
export interface PlanItem {
  readonly id: Ref;
  readonly type: ItemTypeName;
  readonly text: string | RichText;
  readonly links?: readonly PlanLink[] | undefined;
  /** Who receives it; see {@link Audience} for what its absence means. */
  readonly audience?: Audience | undefined;
  /** People from whom it is kept, by the child's choice. Not empty: it isn't open. */
  readonly notWith?: readonly ParticipantKey[] | undefined;
  /** The person whose item it is: the speaker of a statement. Decides who may change it. */
  readonly ownedBy?: ParticipantKey | undefined;
  readonly typedBy?: ParticipantKey | undefined;
  /** The Three Houses session in which it was said. */
  readonly session?: Ref | undefined;
  /** The item of which this is another wording for other readers. Never leaves the narrower side. */
  readonly variantOf?: Ref | undefined;
  readonly [field: string]: unknown;
}

/** What every item may hold beside its typed fields, so no typed field may bear one of these names. */
export const ITEM_BASE_FIELDS = [
  'id',
  'type',
  'text',
  'links',
  'audience',
  'notWith',
  'ownedBy',
  'typedBy',
  'session',
  'variantOf',
] as const;

const linkSchema = z.strictObject({rel: z.enum(LINK_RELS), to: refSchema}).meta({id: 'link'});

function listShape(name: ItemTypeName): Record<string, z.ZodType> {
  const shape: Record<string, z.ZodType> = {};
  for (const [kind, specs] of Object.entries(ITEM_TYPES[name].parts)) {
    if (!isPartKind(kind)) continue;
    const entry = Object.entries(specs).map(
      ([field, spec]) => [field, fieldSchema(spec).optional()] as const,
    );
    shape[PART_LISTS[kind].field] = z.array(z.strictObject(Object.fromEntries(entry))).optional();
  }
  return shape;
}

function itemSchemaOf(name: ItemTypeName): z.ZodObject {
  return z
    .strictObject({
      id: refSchema,
      type: z.literal(name),
      text: textSchema,
      links: z.array(linkSchema).optional(),
      audience: audienceSchema.optional(),
      notWith: z.array(keySchema).optional(),
      ownedBy: keySchema.optional(),
      typedBy: keySchema.optional(),
      session: refSchema.optional(),
      variantOf: refSchema.optional(),
      ...nestedShape(ITEM_TYPES[name].attributes),
      ...listShape(name),
    })
    .meta({id: `item-${name}`, description: ITEM_TYPES[name].label});
}

/** The zod schema of each type of item, made from the same data as the document schema. */
export const ITEM_SCHEMAS: ReadonlyMap<ItemTypeName, z.ZodObject> = new Map(
  ITEM_TYPE_NAMES.map(name => [name, itemSchemaOf(name)]),
);

/** Any of the given types of item. */
export function itemOf(types: readonly ItemTypeName[]): z.ZodType<PlanItem> {
  const [first, ...rest] = types.flatMap(type => ITEM_SCHEMAS.get(type) ?? []);
  if (first === undefined) throw new RangeError('A list of items needs at least one type');
  // The shapes are made from data, which leaves no static type; PlanItem says what all of them have in common.
  return z.discriminatedUnion('type', [first, ...rest]) as unknown as z.ZodType<PlanItem>;
}

/** Any item at all. */
export const anyItemSchema = itemOf(ITEM_TYPE_NAMES).meta({id: 'item'});
