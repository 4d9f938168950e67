#!/usr/bin/env node
/**
 * Takes a fresh clone to a running server or test run. Plain JavaScript without a dependency, because it runs on
 * any Node from 20 on before anything is installed. Everything it makes carries a stamp of what it was made
 * from, so a second run finds nothing to do.
 */
import {spawn, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {SERVER_PROGRAM} from './packages/server/bin/server-program.mjs';

const ROOT = dirname(fileURLToPath(import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const WINDOWS = process.platform === 'win32';
const NODE_PACKAGE = join(MODULES, 'node');
const BUNDLED_NODE = join(NODE_PACKAGE, 'bin', WINDOWS ? 'node.exe' : 'node');
const OLDEST_NODE = 24;
const LOOK_UP_MS = 250;

/** A reason to stop that the person at the keyboard can act on. Printed as it stands, without a stack. */
class Stop extends Error {}

const say = text => process.stderr.write(`goldthread: ${text}\n`);

function run(command, args, options = {}) {
  // Output goes to stderr, so that a command whose stdout is read by a script (schema) stays clean.
  const done = spawnSync(command, args, {cwd: ROOT, stdio: ['ignore', 2, 2], ...options});
  return done.error === undefined && done.status === 0;
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {withFileTypes: true})
    .filter(
      entry => !['node_modules', 'dist', '.git'].includes(entry.name) && !entry.name.endsWith('.test.ts'),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry =>
      entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
    );
}

function stampOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Whether every package that the lockfile asks for on this machine is the one that npm says it installed. */
function isInstalled() {
  const installedFile = join(MODULES, '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/')) return true;
    const found = installed[path];
    if (found === undefined)
      return entry.optional === true || entry.peer === true || entry.devOptional === true;
    return found.version === entry.version;
  });
}

function installPackages() {
  if (isInstalled()) return;
  say('Installing what is missing. This takes a minute the first time.');
  const npm = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  if (!run(WINDOWS ? 'npm.cmd' : 'npm', npm, {shell: WINDOWS})) {
    throw new Stop(
      'npm ci failed. See its message above; most often the machine cannot reach the package registry.',
    );
  }
}

function bundledNodeWorks() {
  if (!existsSync(BUNDLED_NODE)) return false;
  const answer = spawnSync(BUNDLED_NODE, ['--version'], {encoding: 'utf8'});
  return answer.status === 0 && Number(/^v(\d+)/.exec(answer.stdout)?.[1]) >= OLDEST_NODE;
}

/** npm may hold back a package's install script; then the bundled Node is fetched by running the script here. */
function provideNode() {
  const stampFile = join(MODULES, '.goldthread-node');
  const stamp = stampOf([join(NODE_PACKAGE, 'package.json')]);
  if (existsSync(BUNDLED_NODE) && readStamp(stampFile) === stamp) return;
  if (!bundledNodeWorks()) {
    say('Fetching the Node version that the scripts run on.');
    run(process.execPath, [join(NODE_PACKAGE, 'installArchSpecificPackage.js')], {cwd: NODE_PACKAGE});
  }
  if (!bundledNodeWorks()) {
    throw new Stop(`The bundled Node ${OLDEST_NODE} could not be installed. Run: npm rebuild node`);
  }
  writeFileSync(stampFile, stamp);
}

/** The dependencies carry corrections of ours (patches/); unpatched code must never serve a plan. */
function applyPatches() {
  const patches = filesBelow(join(ROOT, 'patches')).filter(file => file.endsWith('.patch'));
  const stampFile = join(MODULES, '.goldthread-patches');
  const stamp = stampOf([...patches, join(MODULES, '.package-lock.json')]);
  if (readStamp(stampFile) === stamp) return;
  const patchPackage = join(MODULES, 'patch-package', 'index.js');
  if (!run(process.execPath, [patchPackage, '--error-on-fail'])) {
    throw new Stop(
      'The patches in patches/ do not fit what is installed. Delete node_modules and run this again.',
    );
  }
  writeFileSync(stampFile, stamp);
}

function buildPages() {
  const editor = join(ROOT, 'packages', 'editor');
  const sources = [...filesBelow(editor), ...filesBelow(join(ROOT, 'packages', 'schema', 'src'))];
  const stampFile = join(editor, 'dist', '.stamp');
  const stamp = stampOf([...sources, ...filesBelow(join(ROOT, 'patches')), join(ROOT, 'package-lock.json')]);
  if (readStamp(stampFile) === stamp) return;
  say('Building the pages.');
  const vite = join(MODULES, 'vite', 'bin', 'vite.js');
  if (!run(BUNDLED_NODE, [vite, 'build', '--logLevel', 'warn'], {cwd: editor})) {
    throw new Stop('The pages could not be built. See the message above.');
  }
  mkdirSync(dirname(stampFile), {recursive: true});
  writeFileSync(stampFile, stamp);
}

function onPath(name) {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], {encoding: 'utf8'});
  return found.status === 0 ? found.stdout.trim() : undefined;
}

function findChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Stop(
      `CHROMIUM names ${named}, which is not there. Set it to a Chromium or Chrome program, or unset it.`,
    );
  }
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return names.map(onPath).find(path => path !== undefined) ?? (existsSync(mac) ? mac : undefined);
}

function provideChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && onPath('apt-get') !== undefined) {
    say('Installing Chromium for the browser tests.');
    const environment = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
    run('apt-get', ['update', '-qq'], {env: environment});
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {env: environment});
  }
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Stop(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM to it.',
  );
}

/**
 * Makes the clone ready to run and returns nothing.
 * @param {{pages?: boolean}} needs `pages`: the built editor pages, which only a server needs.
 * @throws {Stop} with one sentence when something must be done by hand.
 */
export function prepare({pages = false} = {}) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Stop(`Goldthread needs Node 20 or newer to start; this is ${process.version}.`);
  }
  installPackages();
  provideNode();
  applyPatches();
  if (pages) buildPages();
}

/** npm passes a signal on to its shell only, which ends without telling this process: a changed parent tells it. */
function stopWithNpm(child) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), LOOK_UP_MS).unref();
}

/**
 * Runs a script on the bundled Node, passes signals on, and ends this process as the script ended.
 * The channel lets the script notice that this process was killed without a chance to pass anything on.
 * @param {string[]} args script and its arguments
 * @param {Record<string, string>} environment added to this process's own
 */
export function runOnBundledNode(args, environment = {}) {
  const child = spawn(BUNDLED_NODE, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      NODE_COMPILE_CACHE: join(MODULES, '.cache', 'node'),
      ...process.env,
      ...environment,
      PATH: `${join(MODULES, '.bin')}${WINDOWS ? ';' : ':'}${process.env.PATH}`,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_command !== undefined) stopWithNpm(child);
  child.on('error', error => {
    say(`The bundled Node could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

/** Ends the process with the sentence of a {@link Stop}, or lets a fault of our own rise. */
export function orStop(work) {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    process.exit(1);
  }
}

const SUITES_WITHOUT_BROWSER = new Set(['types', 'lint', 'format', 'architecture', 'unit']);

const COMMANDS = {
  start: args => {
    prepare({pages: true});
    runOnBundledNode([...SERVER_PROGRAM, 'serve', '--demo', ...args]);
  },
  test: args => {
    const usesBrowser = args.length === 0 || args.some(suite => !SUITES_WITHOUT_BROWSER.has(suite));
    prepare({pages: usesBrowser});
    const browser = usesBrowser ? {CHROMIUM: provideChromium()} : {};
    runOnBundledNode([join(ROOT, 'test', 'run.mjs'), ...args], browser);
  },
  soak: args => {
    prepare();
    runOnBundledNode([join(ROOT, 'test', 'soak.mjs'), ...args]);
  },
  bench: args => {
    prepare({pages: true});
    runOnBundledNode([join(ROOT, 'test', 'bench', 'run.ts'), ...args], {CHROMIUM: findChromium() ?? ''});
  },
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  orStop(() => {
    if (command === undefined) throw new Stop(`There is no "${name}" here. Use start, test, soak or bench.`);
    command(args);
  });
}
