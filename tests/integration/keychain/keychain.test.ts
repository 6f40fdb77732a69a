import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Keytar, openKeychain } from '../../../electron/keychain/secret-store.ts';
import { openProfile } from '../../../electron/profile.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { projectFolder } from '../../host/programs.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { Desktop, freshService, startDesktop } from './desktop.ts';

// Elsewhere the keychain is the system's own, and no private one can be had.
const here = process.platform === 'linux';

const fault = (code: string) => ({ ok: false, error: { code } });
const value = (expected: unknown) => ({ ok: true, value: expected });

describe.runIf(here)('The till’s keychain', () => {
  let desktop: Desktop;
  beforeAll(async () => {
    desktop = await Desktop.start();
  });
  afterAll(() => desktop.close());

  it('gives back what was written once the till is opened again', async () => {
    const keychain = desktop.keychain(freshService());
    await keychain.write('client-secret', 'blåbær "42"\n');
    await desktop.restartTill();
    expect(await keychain.read('client-secret')).toEqual(value('blåbær "42"\n'));
  });

  it('gives back what was written once the desktop is started again', async () => {
    const folder = temporaryFolder();
    const before = await startDesktop({ folder });
    await before.keychain('live').write('client-secret', 'kept');
    await before.close();
    const after = await startDesktop({ folder });
    expect(await after.keychain('live').read('client-secret')).toEqual(value('kept'));
  });

  it('gives the newest of what was written under one name', async () => {
    const keychain = desktop.keychain(freshService());
    await keychain.write('client-secret', 'first');
    await keychain.write('client-secret', 'second');
    expect(await keychain.read('client-secret')).toEqual(value('second'));
  });

  it('has no secret where none was written', async () => {
    const keychain = desktop.keychain(freshService());
    expect(await keychain.find('client-secret')).toEqual(value(undefined));
  });

  it('forgets what is taken out, and nothing else', async () => {
    const keychain = desktop.keychain(freshService());
    await keychain.write('client-id', 'stays');
    await keychain.write('client-secret', 'goes');
    await keychain.remove('client-secret');
    expect(await keychain.find('client-secret')).toEqual(value(undefined));
    expect(await keychain.find('client-id')).toEqual(value('stays'));
  });

  it('is not shared by live, training and a second till of the same user', async () => {
    const [root, otherRoot] = [temporaryFolder(), temporaryFolder()];
    const profiles = [
      openProfile(root, 'live'),
      openProfile(root, 'training'),
      openProfile(otherRoot, 'live'),
    ];
    const keychains = profiles.map(({ keychainService }) => desktop.keychain(keychainService));
    for (const [place, keychain] of keychains.entries()) await keychain.write('client-secret', `${place}`);
    expect(await Promise.all(keychains.map((keychain) => keychain.read('client-secret')))).toEqual(
      ['0', '1', '2'].map(value),
    );
  });

  it('is found again by its profile after a restart', async () => {
    const root = temporaryFolder();
    await desktop.keychain(openProfile(root, 'live').keychainService).write('client-secret', 'kept');
    const again = desktop.keychain(openProfile(root, 'live').keychainService);
    expect(await again.read('client-secret')).toEqual(value('kept'));
  });
});

describe.runIf(here)('A keychain that was locked', () => {
  it('is told as locked when a secret is needed, not as lost', async () => {
    const desktop = await startDesktop();
    const keychain = desktop.keychain('live');
    await keychain.write('client-secret', 'kept');
    await desktop.lock();
    expect(await keychain.read('client-secret')).toEqual(fault('setup.keychain-locked'));
  });

  it('is told as locked when a secret is to be kept', async () => {
    const desktop = await startDesktop();
    const keychain = desktop.keychain('live');
    await keychain.write('client-id', 'makes the keyring');
    await desktop.lock();
    expect(await keychain.write('client-secret', 'new')).toEqual(fault('setup.keychain-locked'));
  });

  it('is told as locked when it was so before the till came', async () => {
    const folder = temporaryFolder();
    const before = await startDesktop({ folder });
    await before.keychain('live').write('client-secret', 'kept');
    await before.close();
    const after = await startDesktop({ folder, keyring: 'locked' });
    expect(await after.keychain('live').read('client-secret')).toEqual(fault('setup.keychain-locked'));
  });

  it('leaves no secret in the log (E2)', async () => {
    const desktop = await startDesktop();
    const keychain = desktop.keychain('live');
    await keychain.write('client-id', 'makes the keyring');
    await desktop.lock();
    await keychain.write('client-secret', 'planted-secret');
    expect(desktop.log.join('\n')).toContain('keychain.error');
    expect(desktop.log.join('\n')).not.toContain('planted-secret');
  });
});

describe.runIf(here)('A keychain that was emptied', () => {
  it('is told as empty', async () => {
    const before = await startDesktop();
    await before.keychain('live').write('client-secret', 'lost');
    const restored = await startDesktop({ folder: temporaryFolder() });
    expect(await restored.keychain('live').read('client-secret')).toEqual(fault('setup.keychain-empty'));
  });

  it('is as empty after it was tried as before', async () => {
    const keychain = (await startDesktop()).keychain('live');
    await keychain.read('client-secret');
    expect(await keychain.find('probe')).toEqual(value(undefined));
  });
});

describe.runIf(here)('A machine without a keychain', () => {
  let desktop: Desktop;
  beforeAll(async () => {
    desktop = await Desktop.start({ keyring: 'none' });
  });
  afterAll(() => desktop.close());

  it.each(['find', 'read', 'remove'] as const)('is told when the till wants to %s', async (call) => {
    const keychain = desktop.keychain('live');
    expect(await keychain[call]('client-secret')).toEqual(fault('setup.keychain-missing'));
  });

  it('is told when a secret is to be kept', async () => {
    const keychain = desktop.keychain('live');
    expect(await keychain.write('client-secret', 'new')).toEqual(fault('setup.keychain-missing'));
  });
});

describe('A machine whose keytar was not built', () => {
  const keytar = z.object({ default: z.custom<Keytar>() });

  /** keytar without its binary, below a folder of this name. */
  function unbuiltKeytar(name: string): () => Promise<Keytar> {
    const folder = join(temporaryFolder(), name, 'keytar', 'lib');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'keytar.cjs');
    copyFileSync(join(projectFolder, 'node_modules', 'keytar', 'lib', 'keytar.js'), file);
    return async () => keytar.parse(await import(file)).default;
  }

  it('has no keychain, and says so', async () => {
    const keychain = openKeychain('live', unbuiltKeytar('till'), silentLog);
    expect(await keychain.read('client-secret')).toEqual(fault('setup.keychain-missing'));
  });

  it('is not taken for a locked one, whatever its folder is called', async () => {
    const keychain = openKeychain('live', unbuiltKeytar('unlocked'), silentLog);
    expect(await keychain.read('client-secret')).toEqual(fault('setup.keychain-missing'));
  });
});
