const LEVEL = /mso-list\s*:[^;]*\blevel(\d+)/i;
const MARKER = /mso-list\s*:\s*ignore/i;
const NUMBERED = /^\s*(?:\d+|[a-z]|[ivxlc]+)\s*[.)]/i;

/** Makes lists of Word's list paragraphs, which are plain paragraphs with the bullet typed in front. */
export function restoreWordLists(root: HTMLElement): void {
  for (const first of root.querySelectorAll<HTMLElement>('p')) {
    if (levelOf(first) === null || !root.contains(first)) continue;
    const run = listRun(first);
    const list = buildList(run.map(readPoint));
    first.before(list);
    for (const paragraph of run) paragraph.remove();
  }
}

interface Point {
  readonly level: number;
  readonly isNumbered: boolean;
  readonly words: HTMLElement;
}

function levelOf(element: Element | null): number | null {
  if (element?.tagName !== 'P') return null;
  const found = LEVEL.exec(element.getAttribute('style') ?? '');
  return found === null ? null : Number(found[1]);
}

function listRun(first: HTMLElement): HTMLElement[] {
  const run: HTMLElement[] = [];
  let next: Element | null = first;
  while (next instanceof HTMLElement && levelOf(next) !== null) {
    run.push(next);
    next = next.nextElementSibling;
  }
  return run;
}

function readPoint(paragraph: HTMLElement): Point {
  const marker = [...paragraph.querySelectorAll('span')].find(span =>
    MARKER.test(span.getAttribute('style') ?? ''),
  );
  const isNumbered = NUMBERED.test(marker?.textContent ?? '');
  const level = levelOf(paragraph) ?? 1;
  marker?.remove();
  const words = document.createElement('p');
  words.append(...paragraph.childNodes);
  return {level, isNumbered, words};
}

function buildList(points: readonly Point[]): HTMLElement {
  const lists: {level: number; element: HTMLElement}[] = [];
  for (const point of points) {
    while (lists.length > 1 && (lists.at(-1)?.level ?? 0) > point.level) lists.pop();
    const top = lists.at(-1);
    if (top === undefined || top.level < point.level) {
      const element = document.createElement(point.isNumbered ? 'ol' : 'ul');
      const holder = top?.element.lastElementChild;
      holder?.append(element);
      lists.push({level: point.level, element});
    }
    const item = document.createElement('li');
    item.append(point.words);
    lists.at(-1)?.element.append(item);
  }
  return lists[0]?.element ?? document.createElement('ul');
}
