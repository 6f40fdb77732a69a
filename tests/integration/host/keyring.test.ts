import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, buildPreload, launchFixture, temporaryFolder } from './fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'tillside-test-'));
let preload = '';
beforeAll(async () => {
  preload = await buildPreload(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const client = { name: 'client', secret: 'kept' };

describe('The keyring of a launched till', () => {
  it('gives nothing and takes nothing once it is locked, until the next launch', async () => {
    const profileDir = temporaryFolder();
    const till = await launchFixture(preload, { profileDir });
    await ask(till.page, 'secret.write', client);
    await till.lockKeyring();
    expect(await ask(till.page, 'secret.read', 'client')).toBeNull();
    await expect(ask(till.page, 'secret.write', client)).rejects.toThrow('locked');
    await till.close();

    const next = await launchFixture(preload, { profileDir });
    expect(await ask(next.page, 'secret.read', 'client')).toBe('kept');
  });

  it('can be locked from the start', async () => {
    const profileDir = temporaryFolder();
    const till = await launchFixture(preload, { profileDir });
    await ask(till.page, 'secret.write', client);
    await till.close();

    const next = await launchFixture(preload, { profileDir, keyring: 'locked' });
    expect(await ask(next.page, 'secret.read', 'client')).toBeNull();
  });

  it('can be missing altogether', async () => {
    const till = await launchFixture(preload, { profileDir: temporaryFolder(), keyring: 'none' });
    await expect(ask(till.page, 'secret.read', 'client')).rejects.toThrow('org.freedesktop.secrets');
  });
});
