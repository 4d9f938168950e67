import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {ITEM_TYPE_NAMES} from '../plan/item-type.ts';
import {planJsonSchema, planJsonSchemaText} from './published-schema.ts';

test('the published JSON Schema is the one that the code makes', () => {
  const published = readFileSync(new URL('../../plan.schema.json', import.meta.url), 'utf8');
  assert.equal(
    published,
    planJsonSchemaText(),
    'run: npx goldthread schema > packages/schema/plan.schema.json',
  );
});

test('the published JSON Schema describes every type of item and lets no unknown field in', () => {
  const {$defs: definitions} = planJsonSchema() as {$defs: Record<string, {additionalProperties?: unknown}>};
  for (const name of ITEM_TYPE_NAMES)
    assert.equal(definitions[`item-${name}`]?.additionalProperties, false, name);
});
