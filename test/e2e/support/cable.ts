import {connect, createServer, type Server, type Socket} from 'node:net';

/** A network cable between one person's browser and the server: a TCP relay that can be pulled out and put back. */
export class Cable {
  readonly #target: number;
  readonly #relay: Server;
  readonly #sockets = new Set<Socket>();
  #isCut = false;

  private constructor(target: number) {
    this.#target = target;
    this.#relay = createServer(near => this.#join(near));
  }

  /** Lays a cable to a port of this machine. */
  static async to(port: number): Promise<Cable> {
    const cable = new Cable(port);
    await new Promise<void>(done => cable.#relay.listen(0, '127.0.0.1', done));
    return cable;
  }

  /** The address at which the person's browser finds the server. */
  get origin(): string {
    const address = this.#relay.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  /** Pulls the cable out: open connections break, new ones fail. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Puts the cable back. */
  mend(): void {
    this.#isCut = false;
  }

  /** Takes the cable away for good. */
  async remove(): Promise<void> {
    this.cut();
    await new Promise(done => this.#relay.close(done));
  }

  #join(near: Socket): void {
    if (this.#isCut) {
      near.destroy();
      return;
    }
    const far = connect(this.#target, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }
}
