import {plan as planWords} from '../../words/en/plan.ts';
import {print as say} from '../../words/en/print.ts';

/**
 * The edges of each sheet of paper: whose plan and whose copy it is, and which page of how many. The rules of pages hold for a document
 * and not inside an element, so they stand there as long as the plan is shown on paper.
 */
export function pageSheet(childName: string, made: string): string {
  const [before, between] = say.page;
  const foot = say.foot(planWords.title(childName), made);
  return `@page {
    size: A4;
    margin: 20mm 18mm 22mm;
    @bottom-left { content: ${quoted(foot)}; width: 75%; text-align: left; font: 9pt/1.3 sans-serif; color: #000 }
    @bottom-right { content: ${quoted(before)} counter(page) ${quoted(between)} counter(pages); width: 25%; text-align: right; font: 9pt/1.3 sans-serif; color: #000 }
  }
  @media print { html, body { margin: 0; background: #fff !important; color-scheme: light !important } }`;
}

/** A text as a style sheet quotes it, whatever a name holds. */
function quoted(text: string): string {
  const safe = text.replace(
    /[^\p{L}\p{N} .,:()’-]/gu,
    character => `\\${(character.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${safe}"`;
}
