import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Clock } from './clock.ts';
import type { Redactor } from './redact.ts';

/** The till's log: one JSON object a line. Event names are dotted and stable; support searches for them. */
export interface Log {
  readonly info: (event: string, detail?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (event: string, detail?: Readonly<Record<string, unknown>>) => void;
  readonly error: (event: string, detail?: Readonly<Record<string, unknown>>) => void;
}

/** A log that keeps nothing, for tests that do not look at it. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** How many days of log are kept. */
const keptDays = 30;
const dayMs = 24 * 60 * 60 * 1_000;

/**
 * Opens the log in a folder, which is made for this user alone if need be: a file a day, and those that are too old are
 * dropped. Every line goes through the redactor as the text that it becomes, so that no field can slip by (rule E2).
 * Throws when the folder can't be made.
 */
export function openLog(folder: string, clock: Clock, redactor: Redactor): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const logger = pino(
    {
      base: null,
      timestamp: () => `,"at":"${new Date(clock.now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.err },
    },
    dayFiles(folder, clock, redactor),
  );
  return {
    info: (event, detail = {}) => logger.info({ event, ...detail }),
    warn: (event, detail = {}) => logger.warn({ event, ...detail }),
    error: (event, detail = {}) => logger.error({ event, ...detail }),
  };
}

/** A till may stay open for months: the file is chosen for each line. */
function dayFiles(folder: string, clock: Clock, redactor: Redactor): { write: (line: string) => void } {
  let today = '';
  return {
    write: (line) => {
      try {
        const file = nameOf(clock.now());
        if (file !== today) dropBefore(nameOf(clock.now() - keptDays * dayMs), folder);
        today = file;
        appendFileSync(join(folder, file), redactor.scrub(line), { mode: 0o600 });
      } catch {
        // Payments log on their way: a full disk must not stop one, nor what is recorded of it.
      }
    },
  };
}

const nameOf = (at: number): string => `till-${new Date(at).toISOString().slice(0, 10)}.log`;

function dropBefore(oldest: string, folder: string): void {
  for (const file of readdirSync(folder)) {
    if (/^till-\d{4}-\d{2}-\d{2}\.log$/.test(file) && file < oldest) rmSync(join(folder, file));
  }
}
