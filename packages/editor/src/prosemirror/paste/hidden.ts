const HIDING = /(?:mso-hide\s*:\s*all|display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const CLASS = /\.([\w-]+)/g;

/** Removes what the person who copied couldn't see: it would come along into the plan unnoticed. */
export function removeHidden(root: HTMLElement): void {
  const classes = hiddenClasses(root);
  for (const element of root.querySelectorAll('*')) {
    const style = element.getAttribute('style') ?? '';
    const isHidden =
      element.hasAttribute('hidden') ||
      HIDING.test(style) ||
      [...element.classList].some(name => classes.has(name.toLowerCase()));
    if (isHidden) element.remove();
  }
}

/** Word hides with a character style too, which stands in the copied style sheet. */
function hiddenClasses(root: HTMLElement): ReadonlySet<string> {
  const names = new Set<string>();
  for (const sheet of root.querySelectorAll('style')) {
    for (const [, selector = '', declarations = ''] of (sheet.textContent ?? '').matchAll(RULE)) {
      if (!HIDING.test(declarations)) continue;
      for (const [, name = ''] of selector.matchAll(CLASS)) names.add(name.toLowerCase());
    }
  }
  return names;
}
