import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const pure = ['packages/schema/src/**/*.ts'];
const tests = ['**/*.test.ts', 'test/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'data/**',
      'patches/**',
      'test/bench/.peers/**',
      '**/*.js',
      '**/*.mjs',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          'packages/schema/tsconfig.json',
          'packages/server/tsconfig.json',
          'packages/editor/tsconfig.json',
          'packages/editor/tsconfig.test.json',
          'test/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true, allowBoolean: true}],
      'no-console': 'error',
      'no-restricted-exports': ['error', {restrictDefaultExports: {direct: true, named: true}}],
      'no-restricted-syntax': [
        'error',
        {selector: 'ExportAllDeclaration', message: 'List the public names one by one.'},
        {selector: 'TSEnumDeclaration', message: 'Use a union of literals.'},
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'y-prosemirror',
              importNames: [
                'yXmlFragmentToProseMirrorRootNode',
                'yXmlFragmentToProsemirror',
                'yDocToProsemirror',
              ],
              message: 'It deletes what it does not know from the live document. Read through schema/ydoc.',
            },
          ],
        },
      ],
    },
  },
  {
    files: pure,
    ignores: tests,
    rules: {
      'no-restricted-globals': ['error', 'Date', 'crypto', 'performance'],
      'no-restricted-properties': [
        'error',
        {object: 'Math', property: 'random', message: 'Randomness is passed in.'},
        {object: 'Date', property: 'now', message: 'Time is passed in.'},
      ],
    },
  },
  {
    files: ['packages/editor/src/**/*.ts'],
    plugins: {lit, wc, 'lit-a11y': litA11y},
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
    },
  },
  {
    files: tests,
    rules: {
      // node:test returns promises that its own runner awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              name: ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
              package: 'node:test',
            },
          ],
        },
      ],
      '@typescript-eslint/require-await': 'off',
      // A test reads answers whose shape is what it is about to assert.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'off',
    },
  },
);
