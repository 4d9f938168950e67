import {readFile} from 'node:fs/promises';
import {relative} from 'node:path';
import {build} from 'esbuild';

/** A style sheet whose default is its text, as the bundler of the pages has it. */
const inlineCss = {
  name: 'inline-css',
  setup({onResolve, onLoad, resolve}) {
    onResolve({filter: /\.css\?inline$/}, async ({path, ...how}) => {
      const found = await resolve(path.replace(/\?inline$/, ''), how);
      return {...found, namespace: 'inline-css'};
    });
    onLoad({filter: /.*/, namespace: 'inline-css'}, async ({path}) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'text',
    }));
  },
};

/**
 * Serves test files that are bundled once, together, before the first of them runs. Each runs on a page of its own: one by one, with
 * every module of the plan asked for by itself, loading them took most of the time.
 * @param {string} root the project's folder
 * @param {readonly string[]} files the test files
 */
export async function bundledTests(root, files) {
  const {outputFiles} = await build({
    absWorkingDir: root,
    entryPoints: [...files],
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    external: ['/__web*'],
    sourcemap: true,
    write: false,
    outbase: root,
    outdir: root,
    chunkNames: 'element-tests/[name]-[hash]',
    plugins: [inlineCss],
    logLevel: 'warning',
  });
  const served = new Map(
    outputFiles.map(({path, text}) => [`/${relative(root, path).replaceAll('\\', '/')}`, text]),
  );
  return {
    name: 'bundled-tests',
    serve({path}) {
      const body = served.get(path.replace(/\.test\.ts$/, '.test.js'));
      return body === undefined ? undefined : {body, type: path.endsWith('.map') ? 'json' : 'js'};
    },
  };
}
