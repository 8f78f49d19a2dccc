import { createSocket, type RemoteInfo, type Socket as Datagrams } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface LineOptions {
  /** The ports on this machine that the line leads to. */
  tcp: number;
  udp: number;
  /** How long each way takes. */
  oneWayMs?: number;
}

/** A network between a browser and our servers, for tests and benches: slow, or dead for a while. */
export interface Line {
  tcp: number;
  udp: number;
  /** Datagrams that came from the browser: none means that its media found another way. */
  datagrams(): number;
  /** Nothing arrives any more, and nothing is closed: as in a tunnel. */
  cut(): void;
  heal(): void;
  close(): Promise<void>;
}

const host = '127.0.0.1';

/** Datagrams on a dead line are lost; a stream keeps what was sent until the line is back. */
export async function openLine({ tcp, udp, oneWayMs = 0 }: LineOptions): Promise<Line> {
  const line = new RealLine({ tcp, udp, oneWayMs });
  await line.open();
  return line;
}

class RealLine implements Line {
  private readonly server: Server;
  private readonly datagramSide = createSocket('udp4');
  private readonly ways = new Map<string, Datagrams>();
  private readonly streams = new Set<Socket>();
  private readonly held: (() => void)[] = [];
  private isCut = false;
  private counted = 0;
  private readonly to: Required<LineOptions>;

  constructor(options: Required<LineOptions>) {
    this.to = options;
    this.server = createServer({ pauseOnConnect: true }, (socket) => this.accept(socket));
    this.datagramSide.on('message', (data, from) => this.fromBrowser(data, from));
  }

  get tcp(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get udp(): number {
    return this.datagramSide.address().port;
  }

  datagrams(): number {
    return this.counted;
  }

  async open(): Promise<void> {
    this.datagramSide.bind(0, host);
    this.server.listen(0, host);
    await Promise.all([once(this.datagramSide, 'listening'), once(this.server, 'listening')]);
  }

  cut(): void {
    this.isCut = true;
  }

  heal(): void {
    this.isCut = false;
    for (const deliver of this.held.splice(0)) deliver();
  }

  async close(): Promise<void> {
    for (const socket of this.streams) socket.destroy();
    for (const way of this.ways.values()) way.close();
    this.datagramSide.close();
    this.server.close();
    await once(this.server, 'close');
  }

  private fromBrowser(data: Buffer, from: RemoteInfo): void {
    this.counted += 1;
    this.later(() => this.wayOf(from).send(data, this.to.udp, host));
  }

  /** One way out for each socket of the browser, so that answers find back. */
  private wayOf({ port, address }: RemoteInfo): Datagrams {
    const known = this.ways.get(`${address}:${port}`);
    if (known) return known;
    const way = createSocket('udp4');
    way.on('message', (data) => this.later(() => this.datagramSide.send(data, port, address)));
    this.ways.set(`${address}:${port}`, way);
    return way;
  }

  private later(send: () => void): void {
    if (this.isCut) return;
    if (this.to.oneWayMs === 0) return send();
    setTimeout(() => this.isCut || send(), this.to.oneWayMs);
  }

  /** A new connection has shaken hands across the line before its first byte. */
  private accept(socket: Socket): void {
    const far = connect(this.to.tcp, host);
    for (const one of [socket, far]) {
      this.streams.add(one);
      one.setNoDelay(true);
      one.on('error', () => one.destroy());
      one.once('close', () => this.streams.delete(one));
    }
    this.pass(far, socket);
    setTimeout(() => {
      this.pass(socket, far);
      socket.resume();
    }, 2 * this.to.oneWayMs);
  }

  private pass(from: Socket, to: Socket): void {
    from.on('data', (data: Buffer) => this.laterInOrder(() => to.destroyed || to.write(data)));
    from.once('end', () => this.laterInOrder(() => to.end()));
    from.once('close', () => this.laterInOrder(() => to.destroy()));
  }

  private laterInOrder(deliver: () => void): void {
    const arrive = () => (this.isCut ? void this.held.push(deliver) : deliver());
    if (this.to.oneWayMs === 0) arrive();
    else setTimeout(arrive, this.to.oneWayMs);
  }
}
