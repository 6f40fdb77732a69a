import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectFolder } from '../host/programs.ts';
import { Lane } from './lane.ts';
import { evidenceOf } from './run-point.ts';
import { bundleTill, outFolder } from './till-bundle.ts';
import { type Order, type SystemCall, orderOf, readTrace, straceParts } from './trace.ts';

const packagesSchema = z.object({
  missingPackages: z.custom<(purposes: readonly string[]) => readonly unknown[]>(
    (value) => typeof value === 'function',
  ),
  command: z.custom<(missing: readonly unknown[]) => string>((value) => typeof value === 'function'),
});

/** Stops with what to type where strace is not there. */
async function needStrace(): Promise<void> {
  if (spawnSync('strace', ['--version']).status === 0) return;
  const script = pathToFileURL(join(projectFolder, 'scripts', 'system-packages.mjs')).href;
  const { missingPackages, command } = packagesSchema.parse(await import(script));
  throw new Error(`The trace needs strace. Install it with:\n\n  ${command(missingPackages(['trace']))}`);
}

// Other systems have no strace.
describe.runIf(process.platform === 'linux')('a system-call trace shows that', () => {
  let calls: readonly SystemCall[];
  let references: Readonly<Record<'charge' | 'refund', string>>;

  beforeAll(async () => {
    await needStrace();
    const folder = join(outFolder, 'trace');
    const program = await bundleTill('trace');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'strace.txt');
    const under = ['strace', ...straceParts(file)] as const;
    const lane = new Lane({ program, compileCache: join(folder, 'compiled'), under });
    const { till } = await evidenceOf(lane, 'refund');
    await lane.close();
    calls = readTrace(file);
    references = {
      charge: till.attempts[0]?.reference ?? 'none',
      refund: till.refunds[0]?.reference ?? 'none',
    };
  });

  const expectInOrder = ({ written, synced, sent }: Order): void => {
    const moments = [written?.ended, synced?.began, synced?.ended, sent?.began];
    expect(moments).not.toContain(undefined);
    expect(moments).toEqual(moments.toSorted((a, b) => Number(a) - Number(b)));
  };

  it('P1: a charge is written and synced before the first byte of its request leaves', () => {
    expectInOrder(orderOf(calls, 'POST /v1/sessions-profile', references.charge));
  });

  it('R2: a refund is written and synced before the first byte of its request leaves', () => {
    expectInOrder(orderOf(calls, '/refund HTTP/1.1', references.refund));
  });

  it('P3, R2: each request left in one piece of the network, once', () => {
    const sent = (question: string): number =>
      calls.filter(({ text }) => /^(?:write|writev|sendto|sendmsg)\(/.test(text) && text.includes(question))
        .length;
    expect([sent('POST /v1/sessions-profile'), sent('/refund HTTP/1.1')]).toEqual([1, 1]);
  });
});
