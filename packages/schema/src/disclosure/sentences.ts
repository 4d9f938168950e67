const BOUNDARY = /[.!?]["'”’)]{0,2}(?=\s|$)|\n/gu;

/** How much of a long sentence is shown on either side of what was found in it, in characters. */
const AROUND = 120;

/** Says in which sentence of a text a place stands, without the space before and after it, and not too long to show. */
export function sentencesOf(text: string): (start: number, end: number) => string {
  const ends = [...text.matchAll(BOUNDARY)].map(match => match.index + match[0].length);
  return (start, end) => {
    const from = Math.max(ends[firstAfter(ends, start) - 1] ?? 0, start - AROUND);
    const to = Math.min(ends[firstAfter(ends, end - 1)] ?? text.length, end + AROUND);
    return text.slice(from, to).trim();
  };
}

/** The index of the first number of a sorted list that is greater. */
function firstAfter(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
