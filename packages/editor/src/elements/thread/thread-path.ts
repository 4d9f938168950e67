/** A place on the page that the thread goes through, in CSS px from the drawing's corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const SWAY = 7;
const TAIL = 26;

/** One SVG path through all places, swaying left and right between them, with a loose tail and a loop at its end. */
export function threadPath(places: readonly Place[]): string {
  const [first, ...rest] = places;
  if (first === undefined || rest.length === 0) return '';
  let path = `M${at(first.x, first.y)}`;
  let from = first;
  rest.forEach((to, index) => {
    const sway = index % 2 === 0 ? -SWAY : SWAY;
    const third = (to.y - from.y) / 3;
    path += `C${at(from.x + sway, from.y + third)} ${at(to.x - sway, to.y - third)} ${at(to.x, to.y)}`;
    from = to;
  });
  return `${path}${tail(from)}`;
}

function tail({x, y}: Place): string {
  const low = y + TAIL;
  return `C${at(x + 6, y + 8)} ${at(x + 9, low - 6)} ${at(x + 1, low)}C${at(x - 6, low + 5)} ${at(x - 7, low - 8)} ${at(x, low - 7)}C${at(x + 7, low - 6)} ${at(x + 3, low + 8)} ${at(x - 5, low + 11)}`;
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
