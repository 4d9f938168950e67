import * as Y from 'yjs';

/** The section that the bench writes in, and the item type that belongs there. */
const SECTION = 'section:F';
const ITEM_TYPE = 'provision';

/** Root of the section that the bench writes in. */
export function sectionOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(SECTION);
}

/** A new item: `<provision id><paragraph>text</paragraph></provision>`. */
export function newItem(id: string, text: string): Y.XmlElement {
  const item = new Y.XmlElement(ITEM_TYPE);
  item.setAttribute('id', id);
  item.insert(0, [newParagraph(text)]);
  return item;
}

/** A new paragraph with its one text. */
export function newParagraph(text: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  const words = new Y.XmlText();
  if (text !== '') words.insert(0, text);
  paragraph.insert(0, [words]);
  return paragraph;
}

/** The text of a paragraph. */
export function wordsOf(paragraph: Y.XmlElement): Y.XmlText {
  const words = paragraph.get(0);
  if (!(words instanceof Y.XmlText)) throw new Error('a paragraph of the bench holds one text');
  return words;
}

/** Every paragraph of the section, in order. */
export function paragraphsOf(doc: Y.Doc): Y.XmlElement[] {
  const found: Y.XmlElement[] = [];
  for (const item of sectionOf(doc).toArray()) {
    if (!(item instanceof Y.XmlElement)) continue;
    for (const child of item.toArray()) if (child instanceof Y.XmlElement) found.push(child);
  }
  return found;
}

/** Clock of the last character of the first paragraph, which is all that has been written. */
export function lastCharacter(doc: Y.Doc): number {
  const [paragraph] = paragraphsOf(doc);
  const text = paragraph && wordsOf(paragraph)._start;
  if (!text) throw new Error('nothing is written yet');
  return text.id.clock + text.length - 1;
}

/** The section's words with their tags: equal texts mean equal plans. */
export function planText(doc: Y.Doc): string {
  return sectionOf(doc).toJSON();
}
