/** A place on a drawing: 0 to 1000 each way. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Points as they are stored: steps of 16 bits from one to the next, the first from the corner; base64. */
export function encodePoints(points: readonly Point[]): string {
  const steps = new Int16Array(points.length * 2);
  let [x, y] = [0, 0];
  for (const [at, point] of points.entries()) {
    steps[at * 2] = point.x - x;
    steps[at * 2 + 1] = point.y - y;
    ({x, y} = point);
  }
  return btoa(String.fromCharCode(...new Uint8Array(steps.buffer)));
}

/** The points of a stored line; none where it can't be read. */
export function decodePoints(text: string): Point[] {
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0));
  } catch {
    return [];
  }
  const view = new DataView(bytes.buffer);
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at + 3 < bytes.length; at += 4) {
    x += view.getInt16(at, true);
    y += view.getInt16(at + 2, true);
    points.push({x, y});
  }
  return points;
}
