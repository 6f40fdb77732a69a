import { createHash } from 'node:crypto';
import { type Server, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** What a second till tells the first before it gives up. */
const noteSchema = z.object({
  argv: z.array(z.string()),
  workingDirectory: z.string(),
  additionalData: z.unknown(),
});
export type SecondInstance = z.infer<typeof noteSchema>;

/**
 * The lock of a profile: a socket that one process can hold, and that the system takes back however the process ends.
 * A second process leaves a note on it.
 */
export class InstanceLock {
  #server: Server | undefined;
  #delivery: Promise<unknown> = Promise.resolve();

  /** Takes the lock, or leaves the note. Electron's answer is immediate, and so is the system's to a bind. */
  claim(folder: string, note: SecondInstance, onSecond: (second: SecondInstance) => void): boolean {
    if (this.#server) return true;
    const address = addressOf(folder);
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('error', () => socket.destroy());
      void text(socket).then((sent) => {
        socket.end();
        const parsed = noteSchema.safeParse(JSON.parse(sent));
        if (parsed.success) onSecond(parsed.data);
      });
    });
    server.on('error', () => undefined);
    server.listen(address);
    server.unref();
    if (server.listening) {
      this.#server = server;
      return true;
    }
    this.#delivery = deliver(address, JSON.stringify(note));
    return false;
  }

  isHeld(): boolean {
    return this.#server !== undefined;
  }

  /** Lets the next till of the profile be the first. */
  release(): void {
    this.#server?.close();
    this.#server = undefined;
  }

  /** Resolves when the first till has the note, or is gone. */
  async delivered(): Promise<void> {
    await this.#delivery;
  }
}

async function deliver(address: string, note: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const socket = connect(address, () => socket.end(note));
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.resume();
  });
}

function addressOf(folder: string): string {
  const name = `tillside-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  switch (process.platform) {
    case 'linux':
      // In the abstract namespace: no file that could be left behind.
      return `\0${name}`;
    case 'win32':
      return `\\\\.\\pipe\\${name}`;
    default:
      return join(tmpdir(), `${name}.sock`);
  }
}
