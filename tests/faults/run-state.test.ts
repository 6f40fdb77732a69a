import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Outcome } from './run-point.ts';
import { RunState } from './run-state.ts';

let file: string;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-run-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  file = join(folder, 'full', 'state.jsonl');
});

const outcome = (name: string): Outcome => ({ name, kills: 1, lostReplies: 0, violations: [] });

describe('A full run that was interrupted', () => {
  it('goes on where it stopped', () => {
    const first = new RunState(file, 'this till');
    first.add(outcome('create:request:1'));
    first.add(outcome('create:request:2'));
    const second = new RunState(file, 'this till');
    expect(second.outcomes).toEqual(first.outcomes);
    expect(second.has('create:request:3')).toBe(false);
  });

  it('does again what was only half written down', () => {
    new RunState(file, 'this till').add(outcome('create:request:1'));
    appendFileSync(file, JSON.stringify(outcome('create:request:2')).slice(0, 20));
    expect(new RunState(file, 'this till').outcomes.map(({ name }) => name)).toEqual(['create:request:1']);
  });

  it('begins anew for another till, and keeps what the one before had shown', () => {
    new RunState(file, 'this till').add(outcome('create:request:1'));
    expect(new RunState(file, 'another till').outcomes).toEqual([]);
    expect(existsSync(`${file}.before`)).toBe(true);
  });
});
