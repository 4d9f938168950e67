import type {CompartmentId} from '@goldthread/schema';
import {WebSocket} from 'ws';
import {WebsocketProvider} from 'y-websocket';
import * as Y from 'yjs';
import type {SyncFixture} from './sync-fixture.ts';
import {waitFor} from './wait-for.ts';

/** A y-websocket client as it comes from the registry, joined as the contract says. */
export class StockClient {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  /** With what the server closed its connection last; 0 while it never did. */
  closeCode = 0;

  private constructor(fixture: SyncFixture, compartmentId: CompartmentId, ticket: string, cid: number) {
    this.doc.clientID = cid;
    const address = `ws://127.0.0.1:${fixture.port}/sync/${fixture.plan.plan.id}`;
    this.provider = new WebsocketProvider(address, compartmentId, this.doc, {
      disableBc: true,
      params: {ticket, cid: String(cid)},
      // The types of ws and of the browser's WebSocket differ; the provider uses what they share.
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    });
    this.provider.on('connection-close', event => {
      this.closeCode = event?.code ?? 0;
    });
  }

  /** Joins as somebody; leaves at the latest when the test ends, since a provider keeps trying to come back. */
  static async join(
    t: {after(run: () => void): void},
    fixture: SyncFixture,
    key: string,
    compartmentId: CompartmentId = fixture.shared,
  ): Promise<StockClient> {
    const {ticket, cid} = await fixture.ticket(await fixture.signIn(key), compartmentId);
    const client = new StockClient(fixture, compartmentId, ticket, cid);
    t.after(() => {
      client.leave();
    });
    await waitFor('the first sync', () => client.provider.synced);
    return client;
  }

  /** The awareness of a provider ends only with its document. */
  leave(): void {
    this.provider.destroy();
    this.doc.destroy();
  }
}
