import assert from 'node:assert/strict';
import {dirname} from 'node:path';
import test from 'node:test';
import {importsOf, isTest, sourceFiles, type Import} from './source-files.ts';
import {layerOf} from './layer-of.ts';
import {LAYERS} from './layers.ts';

const production = sourceFiles().filter(path => path.startsWith('packages/') && !isTest(path));

function mayImport(from: string, target: string): boolean {
  const layer = layerOf(from);
  if (layer === undefined) return true;
  const allowed = [layer, ...(LAYERS[layer] ?? [])];
  return allowed.some(prefix => target === prefix || target.startsWith(`${prefix}/`));
}

test('a file imports only from its own layer or one below it', () => {
  const wrong = production.flatMap(path =>
    importsOf(path)
      .filter(one => one.file !== undefined || one.written.startsWith('@goldthread/'))
      .filter(one => path !== 'packages/schema/src/index.ts' && !mayImport(path, one.file ?? one.written))
      .map(one => `${path} imports ${one.written}`),
  );
  assert.deepEqual(wrong, []);
});

test('the server never imports the editor, nor the editor the server', () => {
  const wrong = production.flatMap(path =>
    importsOf(path)
      .map(one => one.file ?? one.written)
      .filter(
        target =>
          (path.startsWith('packages/server') && /editor/.test(target.split('/')[1] ?? '')) ||
          (path.startsWith('packages/editor') && /server/.test(target.split('/')[1] ?? '')) ||
          (path.startsWith('packages/schema') && target.startsWith('@goldthread/')),
      )
      .map(target => `${path} imports ${target}`),
  );
  assert.deepEqual(wrong, []);
});

test('zod never reaches a browser bundle', () => {
  const wrong = production
    .filter(path => !path.startsWith('packages/server') && !path.startsWith('packages/schema/src/json'))
    .filter(path =>
      importsOf(path).some(one => one.written === 'zod' || one.written === '@goldthread/schema/json'),
    );
  assert.deepEqual(wrong, []);
});

test('only tests import what is made for tests', () => {
  const wrong = production.flatMap(path =>
    importsOf(path)
      .filter(one => /\/testing(\/|$)/.test(one.file ?? one.written))
      .map(one => `${path} imports ${one.written}`),
  );
  assert.deepEqual(wrong, []);
});

/** Things that know each other, such as a room and its connections, may name each other's type within one folder. */
function isNeighbourly(from: string, one: Import): boolean {
  return one.typeOnly && one.file !== undefined && dirname(one.file) === dirname(from);
}

test('no chain of imports comes back to where it began', () => {
  const graph = new Map(
    sourceFiles().map(path => [
      path,
      importsOf(path).flatMap(one => (one.file === undefined || isNeighbourly(path, one) ? [] : [one.file])),
    ]),
  );
  const finished = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const again = trail.indexOf(path);
    if (again !== -1) {
      cycles.push([...trail.slice(again), path].join(' -> '));
      return;
    }
    if (finished.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    finished.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  assert.deepEqual(cycles, []);
});
