import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { groupEnds, signalProcess } from './processes.ts';
import type { Reaper } from './reaper.ts';

/** A screen that nobody sees. */
export interface VirtualDisplay {
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** Starts Xvfb on a free display number. */
export async function startVirtualDisplay(reaper: Reaper): Promise<VirtualDisplay> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const failed = once(server, 'error').then(([error]: readonly unknown[]) => {
    throw new Error('Xvfb could not be started', { cause: error });
  });
  const ended = once(server, 'exit').then(() => {
    throw new Error('Xvfb ended before it had a display');
  });
  const numbers = server.stdio[3];
  if (!isReadable(numbers)) throw new Error('Xvfb has no pipe for its display number');
  const lines = once(createInterface(numbers), 'line').then(([line]: readonly unknown[]) => String(line));
  const number = await Promise.race([lines, failed, ended]);
  const { pid } = server;
  if (pid === undefined) throw new Error('Xvfb has no process id');
  reaper.watchGroup(pid);
  return {
    environment: { DISPLAY: `:${number}` },
    close: async () => {
      signalProcess(pid, 'SIGTERM');
      await groupEnds(pid, 2_000);
    },
  };
}

const isReadable = (stream: unknown): stream is Readable =>
  typeof stream === 'object' && stream !== null && 'readable' in stream;
