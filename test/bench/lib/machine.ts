import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {cpus, setPriority, totalmem} from 'node:os';
import {pause} from './measure.ts';

const TICKS_PER_SECOND = 100;
const FIRST = -15;

interface Stat {
  readonly parent: number;
  /** Seconds of processor time, its ended children included. */
  readonly cpu: number;
}

/** Reads a file of /proc; undefined when the process has ended meanwhile. */
function proc(path: string): string | undefined {
  try {
    return readFileSync(`/proc/${path}`, 'latin1');
  } catch {
    return undefined;
  }
}

function statOf(pid: number): Stat | undefined {
  const text = proc(`${pid}/stat`);
  if (text === undefined) return undefined;
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
  return {parent: fields[1] ?? 0, cpu: (utime + stime + cutime + cstime) / TICKS_PER_SECOND};
}

/** The live processes of a tree, its root included. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = statOf(Number(name));
    if (stat) children.set(stat.parent, [...(children.get(stat.parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    if (!statOf(pid)) continue;
    found.push(pid);
    waiting.push(...(children.get(pid) ?? []));
  }
  return found;
}

/** What a process tree has used so far, beside what the whole machine did. */
export interface Usage {
  /** Seconds of processor time of the tree. */
  readonly cpu: number;
  /** Resident memory now and at its peak, MiB. */
  readonly rss: number;
  readonly peak: number;
  /** Seconds of processor time of everything on the machine, of this process, and the moment, seconds. */
  readonly machine: number;
  readonly own: number;
  readonly at: number;
}

/** Samples the process tree below `root`. Resolution of processor time is 10 ms. */
export function usage(root: number): Usage {
  let cpu = 0;
  let rss = 0;
  let peak = 0;
  for (const pid of processTree(root)) {
    cpu += statOf(pid)?.cpu ?? 0;
    const status = proc(`${pid}/status`) ?? '';
    rss += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    peak += Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  }
  const own = process.cpuUsage();
  return {
    cpu,
    rss,
    peak,
    machine: machineBusy(),
    own: (own.user + own.system) / 1e6,
    at: performance.now() / 1000,
  };
}

/** Processor use of everything but the server and this process between two samples, % of one core. */
export function foreignPct(from: Usage, to: Usage): number {
  const others = to.machine - from.machine - (to.cpu - from.cpu) - (to.own - from.own);
  return Math.round(Math.max(0, (others / (to.at - from.at)) * 100));
}

function machineBusy(): number {
  const line = proc('stat')?.split('\n')[0] ?? '';
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = line
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq + steal) / TICKS_PER_SECOND;
}

const QUIET_PCT = 8;

/** Waits for a quiet second, at most `seconds`; gives the last reading, % of one core used by others. */
export async function waitForQuiet(seconds: number): Promise<number> {
  let busy = 0;
  for (let i = 0; i < Math.max(1, seconds); i++) {
    const from = machineBusy();
    await pause(1000);
    busy = Math.round((machineBusy() - from) * 100);
    if (busy < QUIET_PCT) break;
  }
  return busy;
}

/**
 * Lets what this process starts go before everything else on a machine that others use, which needs root. Linux groups
 * processes by session and weighs the groups first, so the group's own weight is set too, and set back at the end.
 */
export function goFirst(): void {
  setPriority(0, FIRST);
  const group = '/proc/self/autogroup';
  if (!existsSync(group)) return;
  writeFileSync(group, String(FIRST));
  process.on('exit', () => writeFileSync(group, '0'));
}

/** `command` bound to one core where the system can do that; else as it is. */
export function pinned(core: number, command: readonly string[]): string[] {
  const taskset = '/usr/bin/taskset';
  return existsSync(taskset) && cpus().length > core
    ? [taskset, '-c', String(core), ...command]
    : [...command];
}

/** The machine in one line, for the table's foot. */
export function machineLine(): string {
  const model = cpus()[0]?.model ?? 'unknown processor';
  return `${cpus().length} cores of ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}
