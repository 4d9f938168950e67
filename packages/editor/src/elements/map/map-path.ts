/** A column that the thread passes: its left edge, the empty band above its items, and its tied item, where it has one. */
export interface ThreadStop {
  readonly x: number;
  readonly band: number;
  readonly y: number | null;
}

/** Where the thread ends: down the right edge of the map, at the numbers. */
export interface ThreadEnd {
  readonly edge: number;
  readonly x: number;
  readonly y: number;
}

const SAG = 6;
const BEND = 26;
/** How much of the space between two columns the thread takes to come to the next band. */
const GAP = 36;

/** One path from column to column through the bands above their items, down to each tied one, and on to the numbers. */
export function mapPath(stops: readonly ThreadStop[], end: ThreadEnd | null): string {
  const [first, ...rest] = stops;
  if (first === undefined) return '';
  let path = down(first);
  let from = first;
  for (const stop of rest) {
    path += `${sag(from, stop.x - GAP)}C${at(stop.x - GAP / 2, from.band)} ${at(stop.x - GAP / 2, stop.band)} ${at(stop.x, stop.band)}`;
    path += down(stop);
    from = stop;
  }
  if (end === null) return path;
  const {edge, x, y} = end;
  return (
    `${path}${sag(from, edge - BEND)}C${at(edge, from.band)} ${at(edge, from.band)} ${at(edge, from.band + BEND)}` +
    `L${at(edge, y - BEND)}C${at(edge, y - SAG)} ${at(x + SAG, y)} ${at(x, y)}`
  );
}

/** From a column's item up to its band. */
function down({x, band, y}: ThreadStop): string {
  return y === null ? '' : `M${at(x, y)}L${at(x, band)}`;
}

/** Along the band of one column, which hangs a little. */
function sag({x, band}: ThreadStop, to: number): string {
  const third = (to - x) / 3;
  return `C${at(x + third, band + SAG)} ${at(to - third, band + SAG)} ${at(to, band)}`;
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
