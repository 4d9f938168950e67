import assert from 'node:assert/strict';
import {test} from 'node:test';
import {planSchema} from './plan-schema.ts';
import {isSafeHref} from './safe-href.ts';

const SAFE = ['https://example.org/a?b#c', 'http://example.org', 'mailto:a@example.org', 'tel:01632960188'];
const UNSAFE = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' https://example.org',
  'java\nscript:alert(1)',
  'https://example.org/\u0000',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.org',
  '/local',
  '',
  null,
  3,
];

test('a web link opens http, https, mailto and tel only', () => {
  for (const href of SAFE) assert.ok(isSafeHref(href), href);
  for (const href of UNSAFE) assert.ok(!isSafeHref(href), String(href));
});

test('an unsafe web link that got into a document is shown as plain text', () => {
  for (const href of UNSAFE) {
    const spec = planSchema
      .mark('webLink', {href})
      .type.spec.toDOM?.(planSchema.mark('webLink', {href}), true);
    assert.deepEqual(spec, ['span', 0]);
  }
});

test('an unsafe link is not taken over from pasted HTML', () => {
  const rule = planSchema.marks.webLink?.spec.parseDOM?.[0];
  assert.ok(rule && 'tag' in rule && rule.getAttrs);
  const paste = (href: string) => rule.getAttrs?.({getAttribute: () => href} as never);
  assert.equal(paste('javascript:alert(1)'), false);
  assert.equal(paste(`https://example.org/${'a'.repeat(500)}`), false);
  assert.deepEqual(paste('https://example.org'), {href: 'https://example.org'});
});
