import type {SymbolPack} from '@goldthread/schema/symbols';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {ownSymbols} from '../../records/symbols.ts';
import {goldthreadFirst} from '../../symbols/goldthread-first.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';

/** What reads a school's own pictures: most schools have none. */
interface PicturesCode {
  withOwn(own: unknown, ours: SymbolPack): SymbolPack;
}

let loader: (() => Promise<PicturesCode>) | null = null;

/** Says how what reads a school's own pictures is loaded. */
export function offerOwnPictures(offered: () => Promise<PicturesCode>): void {
  loader = offered;
}

/** The pictures that a screen shows: ours, and the school's own before them once the server has given them. */
export class OwnPictures implements ReactiveController {
  pack: SymbolPack = goldthreadFirst;
  readonly #host: ReactiveControllerHost;
  readonly #http: () => PlanHttp;

  constructor(host: ReactiveControllerHost, http: () => PlanHttp) {
    this.#host = host;
    this.#http = http;
    host.addController(this);
  }

  hostConnected(): void {
    void this.#bring();
  }

  async #bring(): Promise<void> {
    const own = await ownSymbols(this.#http());
    if (own === null) return;
    // The one thing that can fail here is the way to the server; the pictures have their words too.
    const code = await loader?.().catch(() => null);
    if (code == null) return;
    this.pack = code.withOwn(own, goldthreadFirst);
    this.#host.requestUpdate();
  }
}
