import {readFileSync} from 'node:fs';
import {basename} from 'node:path';

/**
 * Says where a server spent its time: reads `.cpuprofile` files that `npm run bench -- --profile FOLDER` wrote and
 * prints self time by place and by function. `node test/bench/profile.ts FILE...`
 */
interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}
interface Profile {
  readonly nodes: readonly {readonly id: number; readonly callFrame: CallFrame}[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const SHOWN = 30;

function placeOf({url, functionName}: CallFrame): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (inPackage !== undefined) return inPackage;
  if (url.startsWith('node:')) return url.split('/').slice(0, 2).join('/');
  const ours = /packages\/(.*)/.exec(url)?.[1];
  return ours ?? (url === '' ? functionName : basename(url));
}

function report(file: string): void {
  // V8 wrote the file.
  const profile = JSON.parse(readFileSync(file, 'utf8')) as Profile;
  const frames = new Map(profile.nodes.map(node => [node.id, node.callFrame]));
  const byPlace = new Map<string, number>();
  const byFunction = new Map<string, number>();
  let busy = 0;
  let idle = 0;
  for (const [i, id] of profile.samples.entries()) {
    const frame = frames.get(id);
    const time = profile.timeDeltas[i] ?? 0;
    if (!frame || frame.functionName === '(idle)') {
      idle += time;
      continue;
    }
    busy += time;
    const place = placeOf(frame);
    const name = `${frame.functionName || '(anonymous)'}:${frame.lineNumber + 1} [${place}]`;
    byPlace.set(place, (byPlace.get(place) ?? 0) + time);
    byFunction.set(name, (byFunction.get(name) ?? 0) + time);
  }
  const top = (times: ReadonlyMap<string, number>): string =>
    [...times]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, SHOWN)
      .map(([name, time]) => `${((time / busy) * 100).toFixed(1).padStart(6)} %  ${name}`)
      .join('\n');
  console.log(`${basename(file)}: busy ${(busy / 1e6).toFixed(1)} s, idle ${(idle / 1e6).toFixed(1)} s`);
  console.log(`by place\n${top(byPlace)}\nby function\n${top(byFunction)}`);
}

process.argv.slice(2).forEach(report);
