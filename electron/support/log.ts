import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { destination, pino } from 'pino';
import type { Clock } from './clock.ts';
import type { Redactor } from './redact.ts';

/** The till's log: one JSON object a line. Event names are dotted and stable; support searches for them. */
export interface Log {
  readonly info: (event: string, detail?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (event: string, detail?: Readonly<Record<string, unknown>>) => void;
  readonly error: (event: string, detail?: Readonly<Record<string, unknown>>) => void;
}

/** A log that keeps nothing, for tools and tests that do not look at it. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** How many days of log are kept. */
const keptDays = 30;

/**
 * Opens today's log file in a folder and drops those that are too old. Every line goes through the redactor as the
 * text that it becomes, so that no field can slip by (rule E2).
 */
export function openLog(folder: string, clock: Clock, redactor: Redactor): Log {
  mkdirSync(folder, { recursive: true });
  const nameOf = (at: number): string => `till-${new Date(at).toISOString().slice(0, 10)}.log`;
  const oldest = nameOf(clock.now() - keptDays * 24 * 60 * 60 * 1_000);
  for (const file of readdirSync(folder)) {
    if (/^till-\d{4}-\d{2}-\d{2}\.log$/.test(file) && file < oldest) rmSync(join(folder, file));
  }
  const logger = pino(
    {
      base: null,
      timestamp: () => `,"at":"${new Date(clock.now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.err },
      hooks: { streamWrite: (line) => redactor.scrub(line) },
    },
    destination({ dest: join(folder, nameOf(clock.now())), sync: true, mode: 0o600 }),
  );
  return {
    info: (event, detail = {}) => logger.info({ event, ...detail }),
    warn: (event, detail = {}) => logger.warn({ event, ...detail }),
    error: (event, detail = {}) => logger.error({ event, ...detail }),
  };
}
