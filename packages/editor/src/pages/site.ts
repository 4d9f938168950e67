/** What the page knows of its council before anybody is signed in. The operator writes it into the page. */
export interface Site {
  readonly helpLine: string;
  readonly helpName: string;
}

/** Reads the help line from the page's own `<meta>` elements; without them no number is shown. */
export function readSite(page: Document): Site {
  const content = (name: string) => page.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
  return {helpLine: content('goldthread-help-line'), helpName: content('goldthread-help-name')};
}
