import type {Page} from 'playwright-core';

/** What reaches a page of a plan, as bytes: addresses, headers, answers of the server's interface and frames of its sockets. */
export class Received {
  readonly #parts: Promise<Buffer>[] = [];

  /** To be called before the page opens anything. */
  watch(page: Page): void {
    page.on('response', answer => {
      this.#parts.push(Promise.resolve(Buffer.from(`${answer.url()}\n${JSON.stringify(answer.headers())}`)));
      // The pages and scripts are the same for everybody.
      if (!new URL(answer.url()).pathname.startsWith('/api/')) return;
      // An answer whose page has gone has no body any more.
      this.#parts.push(answer.body().catch(() => Buffer.alloc(0)));
    });
    page.on('websocket', socket => {
      socket.on('framereceived', ({payload}) => this.#parts.push(Promise.resolve(Buffer.from(payload))));
    });
  }

  /** How many answers and frames came. */
  get count(): number {
    return this.#parts.length;
  }

  /** Whether a text stands in anything that came, in UTF-8. */
  async holds(text: string): Promise<boolean> {
    return (await this.anyOf([text])).length > 0;
  }

  /** Those of the texts that stand in anything that came. */
  async anyOf(texts: readonly string[]): Promise<string[]> {
    const parts = await Promise.all(this.#parts);
    return texts.filter(text => parts.some(part => part.includes(text)));
  }
}

/** What each section of the plan shows a person that they may do. */
export interface SectionSeen {
  readonly root: string;
  readonly says: string;
  readonly adders: number;
  readonly isTextbox: boolean;
}

/** Reads off every section what it lets a person do, as the page shows it. All editors must be there. */
export async function sectionsSeen(page: Page): Promise<SectionSeen[]> {
  return page.locator('goldthread-section').evaluateAll(sections =>
    sections.map(section => ({
      // The element's own property: the name of the root stands nowhere in its words.
      root: (section as HTMLElement & {section: {root: string}}).section.root,
      says: section.querySelector('[slot="perm"]')?.textContent ?? '',
      adders: section.shadowRoot?.querySelectorAll('.add button').length ?? 0,
      isTextbox: section.querySelector('[role="textbox"][contenteditable="true"]') !== null,
    })),
  );
}

/**
 * Everything that the page shows or holds in words, shadow roots included. A page that is left meanwhile is read again when the next
 * one is there: the browser's own page comes a moment after a reload has failed.
 */
export async function allWords(page: Page): Promise<string> {
  try {
    return await readWords(page);
  } catch (error) {
    if (!String(error).includes('Execution context was destroyed')) throw error;
    return await allWords(page);
  }
}

function readWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const read = (node: Node): string => {
      if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return '';
      if (node instanceof Text) return node.data;
      const own = node instanceof Element ? [...node.attributes].map(one => one.value).join(' ') : '';
      const inside = node instanceof Element && node.shadowRoot ? [...node.shadowRoot.childNodes] : [];
      return `${own} ${[...inside, ...node.childNodes].map(read).join(' ')}`;
    };
    return `${document.title} ${read(document.body)}`;
  });
}
