import { once } from 'node:events';
import { request } from 'node:http';
import { type Socket, connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { minorUnits } from '../../shared/money.ts';
import { vatRate } from '../../shared/vat.ts';
import { type BenchTill, clientAt, journalAt, tillOn, unwrap } from './bench-till.ts';
import { type Figure, atMost, milliseconds, percentile } from './figures.ts';

/** Before these, nothing is measured: code is compiled, files grow to their size. */
const warmUpRounds = 50;
const mostRounds = 600;
const longestMs = 25_000;

/** How much longer than the floor a charge may take. */
const limit = 1.5;
const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;

const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** The server on its own thread, which tells when the first byte of a connection came. */
class FarServer {
  readonly origin: URL;
  lastRequest = '';
  readonly #worker: Worker;
  readonly #stamp: BigInt64Array;

  private constructor(worker: Worker, stamp: BigInt64Array, port: number) {
    this.#worker = worker;
    this.#stamp = stamp;
    this.origin = new URL(`http://127.0.0.1:${port}`);
    worker.on('message', (message: unknown) => {
      if (typeof message === 'string') this.lastRequest = message;
    });
  }

  static async start(): Promise<FarServer> {
    const seen = new SharedArrayBuffer(16);
    const worker = new Worker(new URL('./far-server.ts', import.meta.url), { workerData: { seen } });
    const [address] = z.tuple([z.object({ port: z.number() })]).parse(await once(worker, 'message'));
    return new FarServer(worker, new BigInt64Array(seen), address.port);
  }

  get connections(): bigint {
    return Atomics.load(this.#stamp, 0);
  }

  /** When the first byte of the next connection came, in ms on the clock of `nowMs`. */
  async firstByteAfter(connections: bigint): Promise<number> {
    while (this.connections <= connections) await turn();
    return Number(Atomics.load(this.#stamp, 1)) / 1e6;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

/**
 * From the call to Charge to the first byte at the server, with the attempt synced to disk on the way (rule P1), beside
 * the least that this could cost on this machine: one synced insert of as many bytes, and one bare POST of Node's own
 * client on a connection that is open. What the same bytes cost without any client stands beside it.
 */
export async function benchCharge(folder: string): Promise<readonly Figure[]> {
  const server = await FarServer.start();
  const file = join(folder, 'journal.sqlite');
  const journal = journalAt(file);
  const dintero = clientAt(server.origin);
  await dintero.token.renew();
  const till = tillOn(journal, dintero);

  const charge = async (): Promise<number> => {
    fill(till);
    await dintero.openAhead();
    const { connections } = server;
    const start = nowMs();
    unwrap(till.payments.charge(false));
    const took = (await server.firstByteAfter(connections)) - start;
    const attemptId = till.payments.view()?.attempt.attemptId ?? '';
    while (journal.attempts.get(attemptId)?.state === 'sending') await turn();
    unwrap(till.payments.newSale(attemptId));
    return took;
  };

  // The basket's row holds what undo goes back to, and has its full size only after a while.
  for (let round = 0; round < warmUpRounds; round += 1) await charge();
  const size = bytesOfCharge(file);
  const floors = new Floor(join(folder, 'floor.sqlite'), 'x'.repeat(size));
  const floor: number[] = [];
  const raw: number[] = [];
  const charged: number[] = [];
  const end = nowMs() + longestMs;
  for (let round = 0; round < warmUpRounds + mostRounds && nowMs() < end; round += 1) {
    const one = await charge();
    const least = await floors.take(server, bareRequest);
    const written = await floors.take(server, bareWrite);
    if (round < warmUpRounds) continue;
    charged.push(one);
    floor.push(least);
    raw.push(written);
  }
  till.payments.close();
  await dintero.close();
  journal.close();
  floors.close();
  await server.close();
  return [
    { name: `floor p50 (${size} bytes to disk)`, measured: milliseconds(percentile(floor, 0.5)) },
    { name: 'floor p95', measured: milliseconds(percentile(floor, 0.95)) },
    { name: 'without an HTTP client p50', measured: milliseconds(percentile(raw, 0.5)) },
    { name: 'without an HTTP client p95', measured: milliseconds(percentile(raw, 0.95)) },
    { name: 'charge p50', measured: milliseconds(percentile(charged, 0.5)) },
    { name: 'charge p95', measured: milliseconds(percentile(charged, 0.95)) },
    {
      name: 'what the till adds, p50',
      measured: milliseconds(percentile(charged, 0.5) - percentile(floor, 0.5)),
    },
    atMost('charge ÷ floor, p50', percentile(charged, 0.5) / percentile(floor, 0.5), limit, times),
    atMost('charge ÷ floor, p95', percentile(charged, 0.95) / percentile(floor, 0.95), limit, times),
    { name: 'rounds', measured: String(charged.length) },
  ];
}

function fill({ baskets }: BenchTill): void {
  for (const description of ['Coffee', 'Bun', 'Juice']) {
    unwrap(baskets.add({ description, quantity: 2, unitPrice: minorUnits(4_900), vatRate: vatRate(15) }));
  }
}

/** What the rows of one charge hold, in bytes. */
function bytesOfCharge(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database
    .prepare(
      `SELECT (SELECT length(CAST(payload AS BLOB)) FROM attempt_events ORDER BY seq LIMIT 1)
            + (SELECT length(CAST(body AS BLOB)) FROM attempts LIMIT 1)
            + (SELECT length(CAST(body AS BLOB)) FROM sales LIMIT 1)
            + (SELECT length(CAST(body AS BLOB)) FROM baskets LIMIT 1) AS bytes`,
    )
    .get();
  database.close();
  return z.object({ bytes: z.number() }).parse(row).bytes;
}

/** Makes ready what goes out on an open connection; the result sends it. */
type Sender = (socket: Socket, post: string) => () => void;

const bareWrite: Sender = (socket, post) => () => socket.write(post);

const bareRequest: Sender = (socket, post) => {
  const [head = '', body] = post.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const [method, path] = first.split(' ');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const options = { method, path, headers: headers.flat(), createConnection: () => socket };
  return () => request(options, (response) => response.resume()).end(body);
};

/** One synced insert and one POST on an open connection. */
class Floor {
  readonly #database: DatabaseSync;
  readonly #body: string;

  constructor(file: string, body: string) {
    this.#database = new DatabaseSync(file);
    this.#body = body;
    this.#database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE floor (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT',
    );
  }

  async take(server: FarServer, sender: Sender): Promise<number> {
    const post = server.lastRequest;
    const socket: Socket = connect({ host: '127.0.0.1', port: Number(server.origin.port), noDelay: true });
    await once(socket, 'connect');
    const send = sender(socket, post);
    socket.resume();
    const insert = this.#database.prepare('INSERT INTO floor (body) VALUES (?)');
    const { connections } = server;
    const start = nowMs();
    insert.run(this.#body);
    send();
    const took = (await server.firstByteAfter(connections)) - start;
    await once(socket, 'close');
    return took;
  }

  close(): void {
    this.#database.close();
  }
}
