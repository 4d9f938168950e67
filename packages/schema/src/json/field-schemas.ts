import {z} from 'zod';
import type {AttributeSpec, AttributeSpecs} from '../plan/attribute.ts';
import {daySchema, lineSchema} from './names.ts';

type Shape = Record<string, z.ZodType>;

/** The zod schema of one typed field. */
export function fieldSchema(spec: AttributeSpec): z.ZodType {
  return valueSchema(spec).meta({description: spec.label});
}

function valueSchema(spec: AttributeSpec): z.ZodType {
  switch (spec.kind) {
    case 'text':
      return lineSchema;
    case 'date':
      return daySchema;
    case 'flag':
      return z.boolean();
    case 'choice':
      return z.enum([...(spec.options ?? [])]);
    case 'number': {
      const any = z.number();
      const atLeast = spec.min === undefined ? any : any.min(spec.min);
      return spec.max === undefined ? atLeast : atLeast.max(spec.max);
    }
  }
}

/** The fields of an item as they stand in Plan JSON: optional each, with `frequency.n` nested as `{frequency: {n}}`. */
export function nestedShape(specs: AttributeSpecs): Shape {
  const shape: Shape = {};
  const nested = new Map<string, Shape>();
  for (const [name, spec] of Object.entries(specs)) {
    const [first = name, ...rest] = name.split('.');
    if (rest.length === 0) {
      shape[name] = fieldSchema(spec).optional();
    } else {
      const inner = nested.get(first) ?? {};
      inner[rest.join('.')] = fieldSchema(spec).optional();
      nested.set(first, inner);
    }
  }
  for (const [name, inner] of nested) shape[name] = z.strictObject(inner).optional();
  return shape;
}
