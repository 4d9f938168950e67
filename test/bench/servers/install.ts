import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {PEERS, type ServerKind} from './kinds.ts';

/**
 * Installs a peer's packages under `.peers/<name>` when they aren't there. Install scripts are off: they would fetch
 * binaries from elsewhere, and those that are needed come inside the packages.
 */
export function installPeer(kind: ServerKind): void {
  if (!kind.install) return;
  const folder = join(PEERS, kind.name);
  if (existsSync(join(folder, 'installed'))) return;
  mkdirSync(folder, {recursive: true});
  const manifest = {private: true, type: 'module', dependencies: kind.install};
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  console.log(`installing ${kind.name}`);
  const options = ['--no-audit', '--no-fund', '--legacy-peer-deps', '--ignore-scripts'];
  execFileSync('npm', ['install', ...options], {cwd: folder, stdio: ['ignore', 'ignore', 'inherit']});
  writeFileSync(join(folder, 'installed'), '');
}
