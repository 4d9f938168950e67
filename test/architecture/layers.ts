/**
 * Which folder may import which. A file belongs to the longest prefix that fits it. Arrows point at what is imported;
 * a folder may always import itself. ARCHITECTURE.md draws the same picture.
 */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  'packages/schema/src/base': [],
  'packages/schema/src/plan': ['packages/schema/src/base'],
  'packages/schema/src/access': ['packages/schema/src/base', 'packages/schema/src/plan'],
  'packages/schema/src/withholding': [
    'packages/schema/src/base',
    'packages/schema/src/plan',
    'packages/schema/src/access',
  ],
  'packages/schema/src/disclosure': ['packages/schema/src/base', 'packages/schema/src/plan'],
  'packages/schema/src/wire': ['packages/schema/src/base', 'packages/schema/src/plan'],
  'packages/schema/src/prosemirror': ['packages/schema/src/base', 'packages/schema/src/plan'],
  'packages/schema/src/ydoc': [
    'packages/schema/src/base',
    'packages/schema/src/plan',
    'packages/schema/src/prosemirror',
  ],
  'packages/schema/src/anchor': [
    'packages/schema/src/base',
    'packages/schema/src/plan',
    'packages/schema/src/ydoc',
  ],
  'packages/schema/src/json': [
    'packages/schema/src/base',
    'packages/schema/src/plan',
    'packages/schema/src/prosemirror',
    'packages/schema/src/ydoc',
    'packages/schema/src/anchor',
  ],

  'packages/server/src/ports': ['@goldthread/schema'],
  'packages/server/src/errors.ts': ['@goldthread/schema'],
  'packages/server/src/gate': ['@goldthread/schema'],
  'packages/server/src/authorship': ['@goldthread/schema', 'packages/server/src/gate'],
  'packages/server/src/storage': [
    '@goldthread/schema',
    'packages/server/src/ports',
    'packages/server/src/gate',
    'packages/server/src/authorship',
  ],
  'packages/server/src/sync': [
    '@goldthread/schema',
    'packages/server/src/ports',
    'packages/server/src/gate',
    'packages/server/src/authorship',
    'packages/server/src/storage',
  ],
  'packages/server/src/keys': ['@goldthread/schema', 'packages/server/src/storage'],
  'packages/server/src/verify': ['@goldthread/schema', 'packages/server/src/storage'],
  'packages/server/src/audit': [
    '@goldthread/schema',
    'packages/server/src/ports',
    'packages/server/src/storage',
  ],
  'packages/server/src/config': ['@goldthread/schema'],
  'packages/server/src/auth': [
    '@goldthread/schema',
    'packages/server/src/ports',
    'packages/server/src/storage',
    'packages/server/src/audit',
    'packages/server/src/errors.ts',
  ],
  'packages/server/src/disclosure': [
    '@goldthread/schema',
    'packages/server/src/storage',
    'packages/server/src/errors.ts',
  ],
  'packages/server/src/withholding': [
    '@goldthread/schema',
    'packages/server/src/ports',
    'packages/server/src/storage',
    'packages/server/src/disclosure',
    'packages/server/src/sync',
    'packages/server/src/errors.ts',
  ],
  'packages/server/src/contacts': [
    '@goldthread/schema',
    'packages/server/src/ports',
    'packages/server/src/storage',
    'packages/server/src/sync',
    'packages/server/src/withholding',
    'packages/server/src/errors.ts',
  ],
  'packages/server/src/purge': [
    '@goldthread/schema',
    'packages/server/src/ports',
    'packages/server/src/storage',
    'packages/server/src/sync',
    'packages/server/src/withholding',
    'packages/server/src/errors.ts',
  ],
  'packages/server/src/http': [
    '@goldthread/schema',
    'packages/server/src/ports',
    'packages/server/src/storage',
    'packages/server/src/sync',
    'packages/server/src/audit',
    'packages/server/src/disclosure',
    'packages/server/src/withholding',
    'packages/server/src/contacts',
    'packages/server/src/purge',
    'packages/server/src/auth',
    'packages/server/src/config',
    'packages/server/src/errors.ts',
  ],
  'packages/server/src/demo': [
    '@goldthread/schema',
    'packages/server/src/ports',
    'packages/server/src/storage',
    'packages/server/src/auth',
    'packages/server/src/http',
    'packages/server/src/config',
    'packages/server/src/errors.ts',
  ],
  'packages/server/src': ['@goldthread/schema', 'packages/server/src'],

  'packages/editor/src/words': [],
  'packages/editor/src/styles': [],
  'packages/editor/src/sync': ['@goldthread/schema'],
  'packages/editor/src/records': ['@goldthread/schema', 'packages/editor/src/sync'],
  'packages/editor/src/device': ['@goldthread/schema', 'packages/editor/src/sync'],
  'packages/editor/src/prosemirror': ['@goldthread/schema', 'packages/editor/src/sync'],
  'packages/editor/src/events': [
    '@goldthread/schema',
    'packages/editor/src/sync',
    'packages/editor/src/prosemirror',
  ],
  'packages/editor/src/context': [
    '@goldthread/schema',
    'packages/editor/src/sync',
    'packages/editor/src/records',
    'packages/editor/src/prosemirror',
  ],
  'packages/editor/src/controllers': [
    '@goldthread/schema',
    'packages/editor/src/sync',
    'packages/editor/src/device',
    'packages/editor/src/prosemirror',
    'packages/editor/src/events',
    'packages/editor/src/context',
    'packages/editor/src/words',
  ],
  'packages/editor/src/elements': [
    '@goldthread/schema',
    'packages/editor/src/sync',
    'packages/editor/src/records',
    'packages/editor/src/prosemirror',
    'packages/editor/src/events',
    'packages/editor/src/context',
    'packages/editor/src/controllers',
    'packages/editor/src/words',
    'packages/editor/src/styles',
  ],
  'packages/editor/src/screens': ['@goldthread/schema', 'packages/editor/src'],
  'packages/editor/src/pages': ['@goldthread/schema', 'packages/editor/src'],
  'packages/editor/src': ['@goldthread/schema', 'packages/editor/src'],
};

/** The layer that a project file belongs to, or undefined where none fits. */
export function layerOf(path: string): string | undefined {
  return Object.keys(LAYERS)
    .filter(layer => path === layer || path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0];
}
