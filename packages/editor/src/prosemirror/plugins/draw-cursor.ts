/**
 * Another person's cursor: a line and a flag with their name. Classes only, because the page forbids style attributes. It holds no
 * text, the name included: a browser would put one's own caret into that, and what is typed then would go somewhere else.
 */
export function drawCursor(name: string, hand: 1 | 2 | 3): HTMLElement {
  const cursor = document.createElement('span');
  cursor.className = `goldthread-cursor goldthread-hand-${hand}`;
  // People who hear the page have the list of who is here; a name inside a sentence would be read as part of it.
  cursor.ariaHidden = 'true';
  const flag = document.createElement('span');
  flag.className = 'goldthread-cursor-flag';
  flag.dataset['name'] = name;
  cursor.append(flag);
  return cursor;
}
