/** As much of an HTML element as reading a pasted node needs; this package knows no DOM. */
export interface PastedTag {
  getAttribute(name: string): string | null;
}
