import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type State, stateSchema } from './records.ts';

/**
 * Reads what an earlier sandbox left. A file that can't be read is set aside beside itself, never overwritten; the
 * sandbox then begins with `fresh`. `now` dates the name, in ms.
 */
export function loadState(file: string, fresh: () => State, now: number): State {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return fresh();
    throw error;
  }
  const state = stateSchema.safeParse(parse(content));
  if (state.success) return state.data;
  renameSync(file, `${file}.set-aside-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`);
  return fresh();
}

/** Written beside the file and moved over it, so that a crash leaves either the old or the new one. */
export function saveState(file: string, state: State): void {
  const next = `${file}.next`;
  writeFileSync(next, JSON.stringify(state), { mode: 0o600 });
  renameSync(next, file);
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
