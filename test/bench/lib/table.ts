import {SCENARIOS} from '../scenarios/index.ts';
import {ATTACKS} from './attacks.ts';
import {median, round} from './measure.ts';
import type {Figures} from './scenario.ts';

/** One scenario against one server once: what it measured, or why it could not. */
export interface Row {
  readonly scenario: string;
  readonly server: string;
  readonly rep: number;
  readonly figures?: Figures;
  readonly failure?: string;
}

/** A column: heading, where the figure lies, and whether its ratio to the floor says something. */
type Column = readonly [heading: string, path: string, ratio?: 'ratio'];

const COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  s1: [
    ['edit p50 ms', 'edit.p50'],
    ['p95', 'edit.p95'],
    ['p99', 'edit.p99'],
    ['cursor p95', 'cursor.p95'],
    ['CPU s', 'cpuSeconds', 'ratio'],
    ['RSS peak MB', 'peakMb'],
    ['messages out', 'messagesOut'],
    ['missing', 'missing'],
    ['same text', 'same'],
    ['others %', 'foreignPct'],
  ],
  s2: [
    ['rooms', 'rooms', 'ratio'],
    ['p95 ms', 'at.edit.p95'],
    ['CPU %', 'at.cpuPct'],
    ['CPU us an edit', 'at.cpuUsPerEdit', 'ratio'],
    ['RSS peak MB', 'peakMb'],
    ['load CPU %', 'at.loadCpuPct'],
    ['others %', 'at.foreignPct'],
    ['stopped by', 'stoppedBy'],
  ],
  s3: [
    ['edit p50 ms', 'edit.p50'],
    ['p95', 'edit.p95'],
    ['CPU s', 'cpuSeconds', 'ratio'],
    ['CPU us a delivery', 'cpuUsPerDelivery'],
    ['messages out', 'messagesOut'],
    ['missing', 'missing'],
    ['others %', 'foreignPct'],
  ],
  s4: [
    ['ingest s', 'ingest.seconds'],
    ['CPU s', 'ingest.cpuSeconds'],
    ['warm ms', 'warm.ms'],
    ['CPU ms', 'warm.cpuMs'],
    ['warm 20 last ms', 'warmTogether.lastMs'],
    ['CPU ms', 'warmTogether.cpuMs'],
    ['cold ms', 'cold.ms'],
    ['cold range', 'cold.range'],
    ['CPU ms', 'cold.cpuMs'],
    ['cold 20 last ms', 'coldTogether.lastMs'],
    ['CPU ms', 'coldTogether.cpuMs'],
    ['disk KB', 'diskKb'],
  ],
  s5: [
    ['touches/s', 'touchesPerSecond'],
    ['heap B a plan', 'heapBytesPerPlan'],
    ['RSS B a plan', 'rssBytesPerPlan'],
    ['idle CPU %', 'idleCpuPct'],
    ['connects/s', 'idle.connectsPerSecond'],
    ['RSS KB a connection', 'idle.kbPerConnection'],
    ['heap KB a connection', 'idle.heapKbPerConnection'],
    ['alive', 'idle.alive'],
  ],
  s6: [
    ['kills', 'kills'],
    ['seen or acknowledged', 'promised'],
    ['of these acknowledged', 'acknowledged'],
    ['lost', 'lost'],
    ['oldest lost ms', 'oldestLostMs'],
    ['lost with all back', 'lostForGood'],
    ['restart ms', 'restartMs'],
  ],
  s7: [
    ['always up', 'alwaysUp'],
    ...ATTACKS.map((attack): Column => [attack.name, `attacks.${attack.name}.p95`]),
    ['junk CPU %', 'attacks.junk.cpuPct'],
    ['full sync CPU %', 'attacks.fullSync.cpuPct'],
    ['pending after', 'afterwards.pending'],
    ['honest behind', 'afterwards.honestBehind'],
  ],
  s8: [
    ['open ms without', 'without.openMs'],
    ['with', 'withThem.openMs'],
    ['ratio', 'openRatio'],
    ['edit p95 ms without', 'without.edit.p95'],
    ['with', 'withThem.edit.p95'],
    ['ratio', 'editRatio'],
    ['sockets a person without', 'without.socketsPerPerson'],
    ['with', 'withThem.socketsPerPerson'],
    ['KB a person without', 'without.kbPerPerson'],
    ['with', 'withThem.kbPerPerson'],
    ['others %', 'foreignPct'],
  ],
};

const TYPING_COLUMNS: readonly Column[] = [
  ['key to paint p50 ms', 'alone.p50'],
  ['p95', 'alone.p95'],
  ['CPU x 4: p50', 'alone.cpu.p50'],
  ['p95', 'alone.cpu.p95'],
  ['all between two keys', 'alone.cpu.eachMs'],
  ['while 5 others write: p50', 'together.p50'],
  ['p95', 'together.p95'],
  ['CPU x 4: p50', 'together.cpu.p50'],
  ['p95', 'together.cpu.p95'],
  ['all between two keys', 'together.cpu.eachMs'],
  ['ready ms at full speed', 'readyMs'],
  ['script before typing, kB gzip', 'scriptKb'],
];

const OPENING_COLUMNS: readonly Column[] = [
  ['ready ms without', 'without.readyMs'],
  ['with', 'withThem.readyMs'],
  ['ratio', 'ratio'],
  ['heap MB without', 'without.heapMb'],
  ['with', 'withThem.heapMb'],
];

const STROKE_COLUMNS: readonly Column[] = [
  ['houses to be seen ms', 'housesMs'],
  ['first line drawn ms', 'strokeMs'],
  ['scripts kB gzip', 'kb'],
];

/** Every table of the report, in order. */
const TABLES: readonly {readonly id: string; readonly title: string; readonly columns: readonly Column[]}[] =
  [
    ...SCENARIOS.map(({id, title}) => ({id, title, columns: COLUMNS[id] ?? []})),
    {
      id: 'opening',
      title: 'Opening a plan of 60 pages in Chromium, without and with 8 withheld compartments',
      columns: OPENING_COLUMNS,
    },
    {
      id: 'stroke',
      title: 'The child’s page in Chromium at a quarter of the speed, from its address',
      columns: STROKE_COLUMNS,
    },
    ...[60, 300].map(pages => ({
      id: `typing${pages}`,
      title: `Typing in Chromium at a quarter of the speed, plan of ${pages} pages`,
      columns: TYPING_COLUMNS,
    })),
  ];

function at(figures: unknown, path: string): unknown {
  let value = figures;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return value;
}

/** The figures of every repetition of one server in one scenario. */
function values(rows: readonly Row[], server: string, path: string): unknown[] {
  return rows
    .filter(row => row.server === server && row.figures !== undefined)
    .map(row => at(row.figures, path))
    .filter(value => value !== undefined && value !== null);
}

function middle(found: readonly unknown[]): number | undefined {
  const numbers = found.filter(value => typeof value === 'number');
  return numbers.length > 0 && numbers.length === found.length ? median(numbers) : undefined;
}

function cell(rows: readonly Row[], server: string, floor: string, [, path, ratio]: Column): string {
  const found = values(rows, server, path);
  const number = middle(found);
  if (number === undefined) {
    const last = found.at(-1);
    if (Array.isArray(last)) return last.join('..');
    return typeof last === 'string' || typeof last === 'boolean' ? String(last) : '-';
  }
  const numbers = found.filter(value => typeof value === 'number');
  const range = numbers.length > 1 ? ` [${Math.min(...numbers)}..${Math.max(...numbers)}]` : '';
  const base = ratio === 'ratio' ? middle(values(rows, floor, path)) : undefined;
  const times = base !== undefined && base > 0 && server !== floor ? ` (${round(number / base, 2)}x)` : '';
  return `${number}${range}${times}`;
}

function tableOf(rows: readonly Row[], columns: readonly Column[]): string[] {
  const servers = [...new Set(rows.map(row => row.server))];
  const floor = servers[0] ?? '';
  const head = `| server | ${columns.map(([heading]) => heading).join(' | ')} |`;
  const line = `|---${'|---'.repeat(columns.length)}|`;
  const body = servers.map(server => {
    const failure = rows.find(row => row.server === server && row.failure !== undefined)?.failure;
    if (failure !== undefined) return `| ${server} | failed: ${failure} |`;
    return `| ${server} | ${columns.map(column => cell(rows, server, floor, column)).join(' | ')} |`;
  });
  return [head, line, ...body];
}

/** Every scenario's table in Markdown; medians, with the range over repetitions, ratios to the first server. */
export function renderTables(rows: readonly Row[]): string {
  return TABLES.flatMap(({id, title, columns}) => {
    const mine = rows.filter(row => row.scenario === id);
    if (mine.length === 0) return [];
    return [`\n**${id.toUpperCase()}** ${title}\n`, ...tableOf(mine, columns)];
  })
    .join('\n')
    .trim();
}
