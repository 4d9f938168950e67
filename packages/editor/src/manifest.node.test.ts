import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join, relative, resolve} from 'node:path';
import test from 'node:test';

const EDITOR = resolve(import.meta.dirname, '..');
const ANALYZER = join(
  dirname(createRequire(import.meta.url).resolve('@custom-elements-manifest/analyzer/package.json')),
  'cem.js',
);

interface Named {
  readonly name: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly members?: readonly Named[];
}

function planIn(file: string): Declaration {
  const {modules} = JSON.parse(readFileSync(file, 'utf8')) as {modules: {declarations: Declaration[]}[]};
  const found = modules.flatMap(one => one.declarations).find(one => one.tagName === 'goldthread-plan');
  assert.ok(found, 'the manifest has goldthread-plan');
  return found;
}

const names = (list: readonly Named[] | undefined): string[] => (list ?? []).map(one => one.name).sort();

test('the manifest is what the elements say today', t => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-manifest-'));
  t.after(() => rmSync(folder, {recursive: true}));
  const config = 'custom-elements-manifest.config.mjs';
  const args = [ANALYZER, 'analyze', '--quiet', '--config', config, '--outdir', relative(EDITOR, folder)];
  const made = spawnSync(process.execPath, args, {cwd: EDITOR, encoding: 'utf8'});
  assert.equal(made.status, 0, made.stderr);
  const [now, kept] = [join(folder, 'custom-elements.json'), join(EDITOR, 'custom-elements.json')].map(
    file => JSON.parse(readFileSync(file, 'utf8')) as unknown,
  );
  assert.deepEqual(kept, now, 'Run: npm run manifest -w packages/editor');
});

test('the manifest names all that a page needs to embed a plan, and keeps the token out of HTML', () => {
  const plan = planIn(join(EDITOR, 'custom-elements.json'));
  const attributes = ['device', 'help-line', 'help-name', 'participant', 'plan', 'src'];
  assert.deepEqual(names(plan.attributes), attributes);
  assert.ok(names(plan.members).includes('token'));
  assert.deepEqual(names(plan.events), [
    'plan-access-changed',
    'plan-closed',
    'plan-opened',
    'plan-saved',
    'plan-section-opened',
    'plan-unsaved',
  ]);
});

test('every custom property of the manifest is one that the stylesheets use', () => {
  const tokens = readFileSync(join(EDITOR, 'src/styles/tokens.css'), 'utf8');
  const properties = names(planIn(join(EDITOR, 'custom-elements.json')).cssProperties);
  assert.ok(properties.length > 8);
  for (const name of properties) assert.match(tokens, new RegExp(`^  ${name}: `, 'm'));
});

test('the README says how to use every attribute, event and custom property of the manifest', () => {
  const readme = readFileSync(join(EDITOR, 'README.md'), 'utf8');
  const plan = planIn(join(EDITOR, 'custom-elements.json'));
  const all = [...names(plan.attributes), ...names(plan.events), ...names(plan.cssProperties), 'token'];
  assert.deepEqual(
    all.filter(name => !readme.includes(`\`${name}\``)),
    [],
  );
});
