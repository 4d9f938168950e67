import {createHash} from 'node:crypto';
import {resolve} from 'node:path';
import {defineConfig} from 'vite';

const folder = import.meta.dirname;
const PAGES = ['index', 'join', 'plan', 'demo'];

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

export default defineConfig({
  root: folder,
  plugins: [shellList()],
  build: {
    target: 'es2022',
    outDir: resolve(folder, 'dist'),
    emptyOutDir: true,
    // A data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    rollupOptions: {
      input: {
        ...Object.fromEntries(PAGES.map(page => [page, resolve(folder, `${page}.html`)])),
        'service-worker': resolve(folder, 'src/pages/service-worker.ts'),
      },
      output: {
        entryFileNames: chunk =>
          chunk.name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
