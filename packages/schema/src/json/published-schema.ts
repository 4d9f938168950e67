import {z} from 'zod';
import {planFileSchema} from './plan-file.ts';

/** The JSON Schema of Plan JSON, as published in `plan.schema.json`. */
export function planJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(planFileSchema, {target: 'draft-2020-12'});
}

/** The same as the text of the published file. */
export function planJsonSchemaText(): string {
  return `${JSON.stringify(planJsonSchema(), null, 2)}\n`;
}
