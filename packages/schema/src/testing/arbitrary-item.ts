import fc from 'fast-check';
import type {AttributeSpec, AttributeSpecs} from '../plan/attribute.ts';
import type {ItemTypeName} from '../plan/item-type.ts';
import {ITEM_TYPES} from '../plan/item-types.ts';
import {PART_LISTS, isPartKind} from '../plan/part.ts';
import type {PmJson} from '../prosemirror/pm-json.ts';
import type {Loose} from './plan-builder.ts';

/** A line of words, empty too, with letters of any script. */
export const arbitraryLine = fc.string({unit: 'grapheme', maxLength: 24});

const twoDigits = (number: number) => String(number).padStart(2, '0');

const day = fc
  .tuple(fc.integer({min: 2000, max: 2040}), fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 28}))
  .map(([year, month, date]) => `${year}-${twoDigits(month)}-${twoDigits(date)}`);

function arbitraryValue(spec: AttributeSpec): fc.Arbitrary<unknown> {
  switch (spec.kind) {
    case 'text':
      return arbitraryLine;
    case 'date':
      return day;
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...(spec.options ?? []));
    case 'number':
      return fc.integer({min: spec.min ?? 0, max: spec.max ?? 1000});
  }
}

/** Some of these typed fields, nested where their names have a dot. */
function arbitraryFields(specs: AttributeSpecs): fc.Arbitrary<Loose> {
  const values = Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, arbitraryValue(spec)]),
  );
  return fc.record(values, {requiredKeys: []}).map(flat => {
    const nested: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(flat)) {
      const [first = name, last] = name.split('.');
      if (last === undefined) nested[first] = value;
      else nested[first] = {...(nested[first] as object | undefined), [last]: value};
    }
    return nested;
  });
}

function arbitraryLists(type: ItemTypeName): fc.Arbitrary<Loose> {
  const lists = Object.entries(ITEM_TYPES[type].parts).flatMap(([kind, specs]) =>
    isPartKind(kind)
      ? [[PART_LISTS[kind].field, fc.array(arbitraryFields(specs), {minLength: 1, maxLength: 2})] as const]
      : [],
  );
  return fc.record(Object.fromEntries(lists), {requiredKeys: []});
}

const marks = fc.constantFrom<PmJson['marks']>(
  undefined,
  [{type: 'bold'}],
  [{type: 'bold'}, {type: 'italic'}],
  [{type: 'webLink', attrs: {href: 'https://example.org/a'}}],
  [{type: 'language', attrs: {code: 'yo'}}],
);

const run: fc.Arbitrary<PmJson> = fc
  .tuple(fc.string({unit: 'grapheme', minLength: 1, maxLength: 12}), marks)
  .map(([text, some]) => ({type: 'text', text, ...(some && {marks: some})}));

const arbitraryParagraph: fc.Arbitrary<PmJson> = fc
  .array(run, {maxLength: 3})
  .map(content => ({type: 'paragraph', ...(content.length > 0 && {content})}));

function listOf(type: string, child: string): fc.Arbitrary<PmJson> {
  return fc
    .array(arbitraryParagraph, {minLength: 1, maxLength: 2})
    .map(blocks => ({type, content: blocks.map(block => ({type: child, content: [block]}))}));
}

const table: fc.Arbitrary<PmJson> = fc
  .array(arbitraryParagraph, {minLength: 1, maxLength: 2})
  .map(blocks => ({
    type: 'table',
    content: [{type: 'tableRow', content: blocks.map(block => ({type: 'tableCell', content: [block]}))}],
  }));

const drawing: PmJson = {
  type: 'drawing',
  attrs: {alt: 'red train'},
  content: [{type: 'stroke', attrs: {tool: 'pen', size: 4}, content: [{type: 'text', text: 'AAECAw=='}]}],
};

/** The words of an item: a plain string, or ProseMirror JSON with formatting, lists, tables and drawings. */
export const arbitraryText: fc.Arbitrary<unknown> = fc.oneof(
  {weight: 3, arbitrary: fc.array(arbitraryLine, {maxLength: 3}).map(lines => lines.join('\n'))},
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.oneof(
          arbitraryParagraph,
          listOf('bulletList', 'listItem'),
          listOf('orderedList', 'listItem'),
          table,
          fc.constant(drawing),
        ),
        {maxLength: 3},
      )
      .map(content => ({type: 'doc', content})),
  },
);

/** An item without id, links and people: its type, its words, its typed fields and its lists. */
export function arbitraryItemBody(
  types: readonly ItemTypeName[],
): fc.Arbitrary<Loose & {type: ItemTypeName}> {
  return fc
    .constantFrom(...types)
    .chain(type =>
      fc
        .tuple(arbitraryText, arbitraryFields(ITEM_TYPES[type].attributes), arbitraryLists(type))
        .map(([text, fields, lists]) => ({type, text, ...fields, ...lists})),
    );
}
