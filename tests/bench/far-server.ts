import { once } from 'node:events';
import { createServer } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { isWhole } from '../integration/dintero/raw-server.ts';

/**
 * Dintero's place in the benchmark of a charge, on a thread of its own. It notes when the first byte of each connection
 * comes, and refuses every payment at once, so that the next may follow.
 */

const { seen } = z.object({ seen: z.instanceof(SharedArrayBuffer) }).parse(workerData);
const stamp = new BigInt64Array(seen);

const token = JSON.stringify({ access_token: 'token', token_type: 'Bearer', expires_in: 86_400 });
const refusal = JSON.stringify({ error: { message: 'not today' } });
const answer = (status: number, body: string): string =>
  `HTTP/1.1 ${status} Any\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`;

const server = createServer({ noDelay: true }, (socket) => {
  let received = '';
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    if (received === '') {
      const now = process.hrtime.bigint();
      Atomics.store(stamp, 1, now);
      Atomics.add(stamp, 0, 1n);
    }
    received += chunk.toString('latin1');
    if (!isWhole(received)) return;
    parentPort?.postMessage(received);
    socket.end(received.includes('/auth/token') ? answer(200, token) : answer(400, refusal));
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
parentPort?.postMessage(server.address());
