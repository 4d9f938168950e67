import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, relative, resolve} from 'node:path';
import {ROOT} from '../runner/command.ts';

/** Every file that git tracks, or would track, as a path from the project's folder. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return listed.split('\n').filter(path => path !== '' && existsSync(resolve(ROOT, path)));
}

/** The text of one of the project's files. */
export function textOf(path: string): string {
  return readFileSync(resolve(ROOT, path), 'utf8');
}

/** The TypeScript source of the packages and the tests. */
export function sourceFiles(): string[] {
  return projectFiles().filter(path => /^(packages|test)\/.*\.ts$/.test(path) && !path.endsWith('.d.ts'));
}

/** One import: what was written, and the project file that it means if it is relative. */
export interface Import {
  readonly written: string;
  readonly file?: string;
  /** Nothing of it is left when the code runs. */
  readonly typeOnly: boolean;
}

const IMPORT =
  /^\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** What a source file imports, types included. */
export function importsOf(path: string): Import[] {
  return [...textOf(path).matchAll(IMPORT)].map(match => {
    const written = match[1] ?? match[2] ?? match[3] ?? '';
    const typeOnly = /^\s*(import|export) type\b/.test(match[0]);
    if (!written.startsWith('.')) return {written, typeOnly};
    return {
      written,
      typeOnly,
      file: relative(ROOT, resolve(ROOT, dirname(path), written)).replaceAll('\\', '/'),
    };
  });
}

/** Whether a file is a test or serves only tests. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('test/') || path.includes('/testing/');
}
