import {removeHidden} from './hidden.ts';
import {restoreWordLists} from './word-lists.ts';

const NEVER =
  'style,script,meta,link,title,xml,template,noscript,iframe,object,embed,svg,math,canvas,video,audio,img,picture,' +
  'form,input,button,select,textarea,dialog';
/** Tracked deletions, comments and what marks them, as Word and LibreOffice copy them. */
const REVIEW =
  'del,.msoDel,.msoChangeProp,.MsoCommentReference,.MsoCommentText,.MsoCommentSubject,.msocomoff,.msocomanchor,' +
  '.msocomtxt,[style*="mso-element:comment"],[style*="mso-comment-reference"],[style*="mso-special-character:comment"],' +
  '[style*="mso-element:header"],[style*="mso-element:footer"]';
const BOLD = /font-weight\s*:\s*(?:bold|[6-9]00)/i;
const ITALIC = /font-style\s*:\s*(?:italic|oblique)/i;

/**
 * Leaves of pasted HTML what a reader saw: paragraphs, lists, tables, bold and italic. Hidden text, comments, tracked
 * deletions, metadata and pictures go, because they'd be disclosed without anybody having looked at them.
 */
export function cleanPastedDom(root: HTMLElement): void {
  removeHidden(root);
  for (const element of root.querySelectorAll(REVIEW)) element.remove();
  for (const element of root.querySelectorAll(NEVER)) element.remove();
  removeComments(root);
  restoreWordLists(root);
  for (const heading of root.querySelectorAll('h1,h2,h3,h4,h5,h6')) asParagraph(heading);
  for (const span of root.querySelectorAll('span')) keepWeight(span);
  for (const paragraph of root.querySelectorAll('p')) if (isBlank(paragraph)) paragraph.remove();
}

function removeComments(root: HTMLElement): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode() !== null) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

function asParagraph(heading: Element): void {
  const paragraph = document.createElement('p');
  const strong = document.createElement('strong');
  strong.append(...heading.childNodes);
  paragraph.append(strong);
  heading.replaceWith(paragraph);
}

/** Editors other than Word say bold with a style, which the document's schema doesn't read. */
function keepWeight(span: Element): void {
  const style = span.getAttribute('style') ?? '';
  for (const [pattern, tag] of [
    [BOLD, 'strong'],
    [ITALIC, 'em'],
  ] as const) {
    if (!pattern.test(style)) continue;
    const mark = document.createElement(tag);
    mark.append(...span.childNodes);
    span.append(mark);
  }
}

function isBlank(paragraph: Element): boolean {
  return paragraph.childElementCount === 0 && (paragraph.textContent ?? '').trim() === '';
}
