import {html, LitElement, nothing, svg, type TemplateResult} from 'lit';
import {base} from '../../styles/shared-sheets.ts';
import type {SymbolPack} from '@goldthread/schema/symbols';
import {houses as say} from '../../words/en/houses.ts';
import {drawStyles} from './draw.styles.ts';
import {STAMPS, type DrawingBoard} from './drawing-board.ts';
import {marksOf, PAPER} from './drawn.ts';
import {kid} from './kid.styles.ts';
import type {Point} from './points.ts';

const STEP = 25;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/**
 * A sheet to draw on: with a finger, a mouse or a pen; with the arrow keys and space; and with one press at a time, by stamps,
 * filling in and rubbing out. What is drawn belongs to the board, which outlives this element.
 */
export class ChildDraw extends LitElement {
  static override properties = {
    board: {attribute: false},
    pack: {attribute: false},
    _cross: {state: true},
  };
  static override styles = [base, kid, drawStyles];
  declare board: DrawingBoard;
  declare pack: SymbolPack;
  declare _cross: Point | null;

  constructor() {
    super();
    this._cross = null;
  }

  protected override render(): TemplateResult {
    const {board} = this;
    const name = STAMPS[board.stamp] ?? '';
    return html`<svg
        class="drawing paper"
        viewBox="0 0 ${PAPER.width} ${PAPER.height}"
        role="application"
        tabindex="0"
        aria-label=${say.yourDrawing}
        aria-describedby="how"
        @pointerdown=${this.#down}
        @pointermove=${this.#move}
        @pointerup=${this.#up}
        @pointercancel=${this.#up}
        @keydown=${this.#key}
        @blur=${() => (this._cross = null)}
      >
        ${marksOf(this.#shown(), this.pack)} ${this.#crossMark()}
      </svg>
      <p class="vh" id="how">${say.drawHow}</p>
      <p class="vh" role="status">${this._cross === null ? '' : board.isDown ? say.penDown : say.penUp}</p>
      <div class="row tools">
        ${this.#button(say.tool(say[board.tool]), () => board.turn('tool'))}
        ${
          board.tool === 'stamp'
            ? this.#button(say.stampIs(this.#wordOf(name)), () => board.turn('stamp'))
            : this.#button(say.colour(say.colours[board.ink]), () => board.turn('ink'), board.ink)
        }
        ${board.tool === 'pen' ? this.#button(say.size(say.sizes[board.size]), () => board.turn('size')) : nothing}
        <button
          class="kid line"
          type="button"
          ?disabled=${!board.mayUndo}
          @click=${() => this.#do(() => board.undo())}
        >
          ${say.undo}
        </button>
      </div>
      <label class="name"
        >${say.whatIsIt}<input
          type="text"
          maxlength="200"
          spellcheck="false"
          autocomplete="off"
          .value=${board.drawing.alt}
          @input=${(event: Event) => this.#do(() => board.name((event.target as HTMLInputElement).value))}
      /></label>`;
  }

  #wordOf(symbol: string): string {
    return this.pack.symbols.find(({id}) => id === symbol)?.word ?? symbol;
  }

  #button(words: string, act: () => void, ink = ''): TemplateResult {
    return html`<button class="kid line" type="button" @click=${() => this.#do(act)}>
      ${ink === '' ? nothing : html`<i class="ink ${ink}"></i>`}${words}
    </button>`;
  }

  #shown() {
    const {drawing, underWay} = this.board;
    return underWay === null ? drawing : {...drawing, strokes: [...drawing.strokes, underWay]};
  }

  #crossMark() {
    if (this._cross === null) return nothing;
    const {x, y} = this._cross;
    return svg`<path class="cross" d="M${x - 22} ${y}H${x + 22}M${x} ${y - 22}V${y + 22}"></path>`;
  }

  #do(act: () => void): void {
    act();
    this.#drew();
  }

  #drew(): void {
    this.requestUpdate();
    this.dispatchEvent(new Event('drew'));
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const paper = event.currentTarget as Element;
    paper.setPointerCapture(event.pointerId);
    this._cross = null;
    this.#do(() => this.board.down(pointOf(event, paper)));
  };

  readonly #move = (event: PointerEvent): void => {
    if (!this.board.isDown || !(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
    const paper = event.currentTarget as Element;
    // A fast hand makes more points than there are frames.
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length === 0 ? [event] : all) this.board.move(pointOf(one, paper));
    this.requestUpdate();
  };

  readonly #up = (): void => {
    if (this.board.isDown && this._cross === null) this.#do(() => this.board.up());
  };

  readonly #key = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    const at = this._cross ?? {x: PAPER.width / 2, y: PAPER.height / 2};
    if (move !== undefined) {
      event.preventDefault();
      this._cross = within({x: at.x + move[0], y: at.y + move[1]});
      this.board.move(this._cross);
    } else if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      this._cross = at;
      if (this.board.isDown) this.board.up();
      else this.board.down(at);
      this.#drew();
    }
  };
}

function pointOf(event: PointerEvent, paper: Element): Point {
  const box = paper.getBoundingClientRect();
  return within({
    x: Math.round(((event.clientX - box.left) / box.width) * PAPER.width),
    y: Math.round(((event.clientY - box.top) / box.height) * PAPER.height),
  });
}

function within({x, y}: Point): Point {
  return {x: Math.min(PAPER.width, Math.max(0, x)), y: Math.min(PAPER.height, Math.max(0, y))};
}
