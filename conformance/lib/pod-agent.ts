import { connect, Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { Daemon, waitFor } from './process';

/** One request that a pod is told to send. */
export interface Question {
  /** What is spoken; `count` asks the pod itself. */
  readonly protocol: 'http' | 'h2c' | 'grpc' | 'tcp' | 'count';
  /** Address and port. */
  readonly address?: string;
  readonly host?: string;
  readonly method?: string;
  /** Path, with the query. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Opens TLS to this name, as an application does that speaks it itself; within the mutual TLS, where there is both. */
  readonly serverName?: string;
  /** The certificate that it shows in that TLS, by its identity; none when undefined. */
  readonly clientIdentity?: string;
  /** Opens mutual TLS with this identity, as a proxy would, signed by the authority in these files. */
  readonly identity?: string;
  readonly caCert?: string;
  readonly caKey?: string;
}

/** How a request looked where it arrived. */
export interface Seen {
  /** Name of the pod. */
  readonly by: string;
  readonly port: string;
  /** Address that the connection came from. */
  readonly from: string;
  readonly method?: string;
  readonly path?: string;
  /** The host of the request, or the name for which TLS was opened. */
  readonly host?: string;
  /** Headers that begin with `x-`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What became of a question. */
export interface Answer {
  /** Why there is none. */
  readonly error?: string;
  readonly status?: number;
  readonly grpcStatus?: string;
  readonly location?: string;
  readonly body?: string;
  /** What the application saw; undefined when a proxy answered. */
  readonly seen?: Seen;
  /** Headers of the answer that begin with `x-`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The application of a pod: it answers on its ports, and sends what it is told to. */
export class PodAgent {
  /** Connects to a `workload pod` that listens on the socket. */
  public static async connect(socket: string, daemon: Daemon): Promise<PodAgent> {
    return new PodAgent(await waitFor(`${daemon.name} to listen`, 10_000, async () => open(socket), daemon));
  }

  private asked = 0;
  private readonly waiting = new Map<number, (answer: Answer) => void>();

  private constructor(private readonly socket: Socket) {
    socket.unref();
    socket.on('error', (error) => this.giveUp(error.message));
    socket.on('close', () => this.giveUp('the pod ended'));
    createInterface({ input: socket }).on('line', (line) => {
      const { number, ...answer } = JSON.parse(line);
      this.waiting.get(number)?.(answer);
      this.waiting.delete(number);
    });
  }

  /** Has the pod send a request, and gives what became of it. */
  public async ask(question: Question): Promise<Answer> {
    const number = ++this.asked;
    return new Promise((resolve) => {
      this.waiting.set(number, resolve);
      this.socket.write(`${JSON.stringify({ number, ...question })}\n`);
    });
  }

  /** How many requests its application has had whose header `x-id` is this. */
  public async count(id: string): Promise<number> {
    return (await this.ask({ protocol: 'count', path: id })).status ?? 0;
  }

  private giveUp(error: string): void {
    for (const resolve of this.waiting.values()) resolve({ error });
    this.waiting.clear();
  }
}

async function open(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}
