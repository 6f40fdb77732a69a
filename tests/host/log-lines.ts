import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Appends what a process prints to a log, line by line. */
export function logLines(log: string[], ...streams: readonly (Readable | null)[]): void {
  for (const stream of streams) {
    if (stream) createInterface(stream).on('line', (line) => log.push(line));
  }
}
