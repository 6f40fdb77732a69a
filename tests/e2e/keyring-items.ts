import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProfile } from '../../electron/profile.ts';
import { startSessionBus } from '../host/keyring.ts';
import { Reaper } from '../host/reaper.ts';
import { reportSchema } from '../integration/keychain/orders.ts';

const slots = ['paired', 'draft', 'management', 'management-draft'] as const;
const parts = ['account-id', 'client-id', 'client-secret'] as const;

/**
 * What the keyring of a profile holds of API clients, by the names of its items. Only while no till runs in the profile:
 * its keyring is opened in a session of its own, through the real keytar.
 */
export async function apiClientItems(profileDir: string): Promise<ReadonlyMap<string, string>> {
  const runtimeFolder = mkdtempSync(join(tmpdir(), 'till-'));
  const reaper = new Reaper(runtimeFolder, profileDir);
  const folder = join(profileDir, '.keyring');
  const bus = await startSessionBus({ keyring: 'private', folder, runtimeFolder, reaper });
  const reader = fork(join(import.meta.dirname, '../integration/keychain/keychain-process.ts'), {
    execArgv: [],
    env: { ...process.env, ...bus.environment },
  });
  const service = openProfile(profileDir, 'live').keychainService;
  const items = new Map<string, string>();
  try {
    for (const [id, name] of slots.flatMap((slot) => parts.map((part) => `${slot}/${part}`)).entries()) {
      reader.send({ id, service, call: 'find', name });
      const answer: readonly unknown[] = await once(reader, 'message');
      const report = reportSchema.parse(answer[0]);
      if (!('result' in report) || !report.result.ok) throw new Error(`${name}: ${JSON.stringify(report)}`);
      if (typeof report.result.value === 'string') items.set(name, report.result.value);
    }
  } finally {
    const ended = once(reader, 'exit');
    reader.disconnect();
    await ended;
    await bus.close();
    rmSync(runtimeFolder, { recursive: true, force: true });
    await reaper.dismiss();
  }
  return items;
}
