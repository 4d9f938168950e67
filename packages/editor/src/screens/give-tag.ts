/** Gives an element its tag, unless a second copy of this code on the page was first. */
export function giveTag(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
}
