import {fitsAttribute, type AttributeSpecs} from '../plan/attribute.ts';
import {isItemTypeName} from '../plan/item-type.ts';
import {ITEM_TYPES} from '../plan/item-types.ts';
import {LINK_REL_SPECS} from '../plan/link-rel-spec.ts';
import {isLinkRel, QUOTES} from '../plan/link-rel.ts';
import {PART_LISTS, isPartKind, type PartKind} from '../plan/part.ts';
import {nodeKind} from '../prosemirror/node-names.ts';
import {attributeOf, type PmJson} from '../prosemirror/pm-json.ts';
import type {PlanItem, PlanLink} from './item-schema.ts';
import type {Ref} from './names.ts';

/** The type of each item of a reader's view, by id: only what is in there may be pointed to. */
export type KnownItems = ReadonlyMap<string, PlanItem['type']>;

/**
 * An item of a document as Plan JSON, or null for a node that is no item or has no id. A field that doesn't fit its
 * kind is left out, and so is a link that leads out of the view: a dangling id would tell that something is there.
 */
export function nodeItem(node: PmJson, known: KnownItems): PlanItem | null {
  const id = attributeOf(node, 'id');
  if (!isItemTypeName(node.type) || typeof id !== 'string') return null;
  const type = ITEM_TYPES[node.type];
  const content = node.content ?? [];
  // A quotation is made of the child's words and never picked, so its link is none that a statement offers.
  const rels = node.type === 'statement' ? [...type.links, QUOTES] : type.links;
  const links = content.flatMap(child => (child.type === 'link' ? linkOf(child, rels, known) : []));
  return {
    // An id in a document has passed the gate, which lets only ids stand there.
    id: id as Ref,
    type: node.type,
    text: textOf(content.filter(child => isWords(child))),
    ...unflatten(node, type.attributes),
    ...lists(content, type.parts),
    ...(links.length > 0 && {links}),
  };
}

function isWords(node: PmJson): boolean {
  const kind = nodeKind(node.type);
  return kind === 'block' || kind === 'media';
}

/** A plain string where one says all there is, which is nearly always; else the nodes. */
function textOf(blocks: readonly PmJson[]): PlanItem['text'] {
  const lines: string[] = [];
  for (const block of blocks) {
    const runs = block.content ?? [];
    const plain = block.type === 'paragraph' && runs.every(run => run.type === 'text' && !run.marks);
    const line = runs.map(run => run.text ?? '').join('');
    if (!plain || line.includes('\n')) return {type: 'doc', content: blocks};
    lines.push(line);
  }
  return lines.join('\n');
}

function linkOf(node: PmJson, rels: readonly string[], known: KnownItems): PlanLink[] {
  const rel = attributeOf(node, 'rel');
  const to = attributeOf(node, 'to');
  if (!isLinkRel(rel) || !rels.includes(rel) || typeof to !== 'string') return [];
  const target = known.get(to);
  // The target's id came out of a document of the same view.
  return target !== undefined && LINK_REL_SPECS[rel].targets.includes(target) ? [{rel, to: to as Ref}] : [];
}

function unflatten(node: PmJson, specs: AttributeSpecs): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const value = attributeOf(node, name);
    if (!fitsAttribute(spec, value)) continue;
    const [first = name, ...rest] = name.split('.');
    if (rest.length === 0) fields[first] = value;
    else fields[first] = {...(fields[first] as object | undefined), [rest.join('.')]: value};
  }
  return fields;
}

function lists(
  content: readonly PmJson[],
  parts: Readonly<Partial<Record<PartKind, AttributeSpecs>>>,
): Record<string, unknown> {
  const fields: Record<string, unknown[]> = {};
  for (const node of content) {
    const kind = attributeOf(node, 'kind');
    if (node.type !== 'part' || !isPartKind(kind)) continue;
    const specs = parts[kind];
    if (specs) (fields[PART_LISTS[kind].field] ??= []).push(unflatten(node, specs));
  }
  return fields;
}
