import {createHash} from 'node:crypto';
import {resolve} from 'node:path';
import {defineConfig} from 'vite';

const folder = import.meta.dirname;
const PAGES = ['index', 'join', 'plan', 'child', 'demo'];
/** Scripts whose address others write down, so that it holds no hash. */
const PLAIN_NAMES = ['service-worker', 'embed/goldthread'];

/** How the scripts of what opens over a plan on asking are called: they are counted apart from what a plan needs. */
const OVER_PLAN = 'over-plan-';

function isScreen(id) {
  return id?.startsWith(resolve(folder, 'src/screens')) ?? false;
}

/** Writes into the service worker which files make up the app's shell; a changed file makes another version. */
function shellList() {
  return {
    name: 'goldthread-shell-list',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).filter(
        name => !name.endsWith('.map') && name !== 'service-worker.js',
      );
      const kept = files.filter(
        name => name.startsWith('assets/') || name === 'plan.html' || name === 'index.html',
      );
      const version = createHash('sha256').update(kept.sort().join()).digest('hex').slice(0, 12);
      const worker = bundle['service-worker.js'];
      if (worker?.type !== 'chunk') throw new Error('The build made no service worker.');
      worker.code = worker.code
        .replaceAll('SHELL_VERSION', JSON.stringify(version))
        .replaceAll('SHELL_FILES', JSON.stringify(kept.map(name => `/${name}`)));
    },
  };
}

/** Loads what a script needs beside the script, instead of after it. The bundler's own way waits for styles as well. */
const PRELOAD = `
const seen = new Set();
export const __vitePreload = (load, needs = [], from) => {
  for (const {href} of needs.map(need => new URL(need, from))) {
    if (seen.has(href)) continue;
    seen.add(href);
    document.head.append(Object.assign(document.createElement('link'), {rel: 'modulepreload', crossOrigin: '', href}));
  }
  return load();
};`;

/** Parts of other people's code that no page uses, and what stands in their place. */
const UNUSED = [
  {module: 'vite/preload-helper.js', without: () => PRELOAD},
  {
    // Checkers of nodes, made while the module loads: they alone would bring a schema library to every page.
    module: '/lib0/dom.js',
    without: code => code.replace(/^export const \$\w+ = \$\.\$custom\(.*$/gm, ''),
  },
  {
    // Names for marks that may cover a character twice, which brings a hash function; no mark of a plan does.
    module: '/y-prosemirror/src/utils.js',
    without: () =>
      "export const hashOfJSON = () => { throw new Error('No mark covers a character twice.'); };",
  },
  {
    // Colours for a developer's console.
    module: '/lib0/logging.js',
    without: () =>
      'export const print = console.log, warn = console.warn, ORANGE = "", BOLD = "", UNBOLD = "", RED = "";',
  },
  {
    // Questions whether this is Node, and what its settings are.
    module: '/lib0/environment.js',
    without: () =>
      'export const isNode = false, isBrowser = true, production = true, getVariable = () => null;',
  },
  {
    // The channel between tabs, which would relay between two people who share a computer. It is switched off as well.
    module: '/lib0/broadcastchannel.js',
    without: () => 'export const subscribe = () => {}, unsubscribe = () => {}, publish = () => {};',
  },
];

function withoutUnused() {
  return {
    name: 'goldthread-without-unused',
    transform(code, id) {
      return UNUSED.find(({module}) => id.endsWith(module))?.without(code);
    },
  };
}

/** What a style sheet can do without, and what stands in its place. */
const STYLE_SPACE = [
  [/\/\*[^*]*\*\//g, ''],
  [/(?<=[:,]) /g, ''],
  [/ \{\n/g, '{'],
  [/;\n/g, ';'],
  [/;?\}\n/g, '}'],
];
const replaced = (code, [what, by]) => code.replace(what, by);

/** Takes out of templates and style sheets the space that only we read: a browser reads any space as one. */
function withoutOurSpace() {
  return {
    name: 'goldthread-without-our-space',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(resolve(folder, 'src'))) return undefined;
      const flush = code.replace(/\n\s+/g, '\n');
      return id.endsWith('.styles.ts') ? STYLE_SPACE.reduce(replaced, flush) : flush;
    },
  };
}

/** Scripts name each other and the typeface by relative addresses, because pages of other origins load them too. */
function renderBuiltUrl(_name, {hostType}) {
  return hostType === 'js' ? {relative: true} : undefined;
}

export default defineConfig({
  root: folder,
  experimental: {renderBuiltUrl},
  plugins: [withoutUnused(), withoutOurSpace(), shellList()],
  build: {
    target: 'es2022',
    outDir: resolve(folder, 'dist'),
    emptyOutDir: true,
    // A data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What a screen needs besides itself is no matter of the page that may never open it.
      resolveDependencies: (file, needed) => (file.includes(OVER_PLAN) ? [] : needed),
    },
    rollupOptions: {
      input: {
        ...Object.fromEntries(PAGES.map(page => [page, resolve(folder, `${page}.html`)])),
        'embed/goldthread': resolve(folder, 'src/pages/embed.ts'),
        'service-worker': resolve(folder, 'src/pages/service-worker.ts'),
      },
      output: {
        // What a plan is, in one script: a page of a plan loads nearly all of it, and small scripts pack badly. What the
        // other pages need of it stands apart.
        codeSplitting: {
          groups: [
            {name: 'base', test: /base\/(result|assert-never)\.ts$/, priority: 1},
            // What every page needs, and what a plan's and a child's keep on a device: apart it packs badly.
            {
              name: 'page',
              test: /src\/(styles\/shared-sheets|controllers\/settings-store|device\/(device-key|idb|open-sealed|seal|sealed-store))\.ts$/,
            },
            {
              name: 'schema',
              test: /schema\/src\/(plan|prosemirror|access)\/|withholding\/offices\.ts|src\/(context\/contexts|events\/screen-open)\.ts/,
            },
          ],
        },
        chunkFileNames: ({facadeModuleId}) =>
          `assets/${isScreen(facadeModuleId) ? OVER_PLAN : ''}[name]-[hash].js`,
        entryFileNames: ({name}) => (PLAIN_NAMES.includes(name) ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
