/** The three things that a danger statement says (domain 4.4). */
export interface DangerParts {
  /** Who is worried. */
  readonly who: string;
  /** What people did or do, which may happen again. */
  readonly what: string;
  /** What it would mean for the child. */
  readonly impact: string;
}

export const NO_PARTS: DangerParts = {who: '', what: '', impact: ''};

/** One sentence of whatever was answered. Nothing is refused: what is missing is left out. */
export function dangerSentence(parts: DangerParts, child: string): string {
  const [who, what, impact] = [parts.who, parts.what, parts.impact].map(bare);
  if (!who && !what && !impact) return '';
  const worried = `${who || 'We'} ${isOne(who ?? '') ? 'is' : 'are'} worried that`;
  if (!what && !impact) return `${who} ${isOne(who ?? '') ? 'is' : 'are'} worried.`;
  if (!impact) return `${worried} ${withoutIf(what ?? '')}.`;
  return `${worried} if ${what ? withoutIf(what) : 'nothing changes'}, ${couldOf(impact, child)}.`;
}

/** Without spaces and the full stop at the end, which the sentence has itself. */
function bare(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '');
}

function withoutIf(what: string): string {
  return what.replace(/^if /i, '');
}

/** "be hurt", "could be hurt" and "Jory could be hurt" are one answer. */
function couldOf(impact: string, child: string): string {
  const rest = impact.startsWith(`${child} `) ? impact.slice(child.length + 1) : impact;
  return `${child} could ${rest.replace(/^could /i, '')}`;
}

function isOne(who: string): boolean {
  return who !== '' && !/,| and | & |^(we|they)$/i.test(who);
}
