import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, buildPreload, fixtureMain, launchFixture, processesOf, temporaryFolder } from './fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'tillside-test-'));
let preload = '';
beforeAll(async () => {
  preload = await buildPreload(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('A till that was launched', () => {
  it('runs beside its own browser, bus and keyring, and leaves none of them when it is closed', async () => {
    const profileDir = temporaryFolder();
    const till = await launchFixture(preload, { profileDir });
    await ask(till.page, 'secret.read', 'any');
    const running = processesOf(profileDir).join('\n');
    for (const name of ['main.ts', 'chromium', 'dbus-daemon', 'gnome-keyring-daemon', 'reaper-process']) {
      expect(running).toContain(name);
    }
    await till.close();
    expect(await till.ended).toEqual({ code: 0, signal: null });
    expect(processesOf(profileDir)).toEqual([]);
  });

  it('finds its secrets, settings and database again after it was killed', async () => {
    const profileDir = temporaryFolder();
    const first = await launchFixture(preload, { profileDir });
    await ask(first.page, 'secret.write', { name: 'client', secret: 'kept' });
    await ask(first.page, 'settings.set', 'kept too');
    await ask(first.page, 'visit');
    await first.kill('SIGKILL');
    expect(await first.ended).toEqual({ code: null, signal: 'SIGKILL' });
    expect(processesOf(profileDir)).toEqual([]);

    const second = await launchFixture(preload, { profileDir });
    expect(await ask(second.page, 'secret.read', 'client')).toBe('kept');
    expect(await ask(second.page, 'settings.get')).toBe('kept too');
    expect(await ask(second.page, 'visit')).toBe(2);
  });

  it('quits in good order on SIGTERM', async () => {
    const till = await launchFixture(preload, { profileDir: temporaryFolder() });
    await till.kill('SIGTERM');
    expect(await till.ended).toEqual({ code: 0, signal: null });
  });

  it('ends when its window is closed', async () => {
    const profileDir = temporaryFolder();
    const till = await launchFixture(preload, { profileDir });
    await till.page.close();
    expect(await till.ended).toEqual({ code: 0, signal: null });
    expect(processesOf(profileDir)).toEqual([]);
  });

  it('shares nothing with the till of another profile beside it', async () => {
    const [one, other] = await Promise.all([
      launchFixture(preload, { profileDir: temporaryFolder() }),
      launchFixture(preload, { profileDir: temporaryFolder() }),
    ]);
    await ask(one.page, 'secret.write', { name: 'client', secret: 'of one' });
    await ask(one.page, 'visit');
    expect(await ask(other.page, 'secret.read', 'client')).toBeNull();
    expect(await ask(other.page, 'visit')).toBe(1);
  });

  it('comes forward when it is started again, and the second one goes', async () => {
    const profileDir = temporaryFolder();
    const till = await launchFixture(preload, { profileDir });
    await expect(launchFixture(preload, { profileDir })).rejects.toThrow('The till did not come up');
    expect(await ask(till.page, 'events')).toContain('second-instance');
    expect(await ask(till.page, 'visit')).toBe(1);
  });

  it('hears that the machine sleeps and wakes', async () => {
    const till = await launchFixture(preload, { profileDir: temporaryFolder() });
    await till.power('suspend');
    await till.power('resume');
    await vi.waitFor(async () => {
      expect(await ask(till.page, 'events')).toEqual(expect.arrayContaining(['suspend', 'resume']));
    });
  });

  it('is told that it runs on a stand-in', async () => {
    const profileDir = temporaryFolder();
    const till = await launchFixture(preload, { profileDir });
    expect(await ask(till.page, 'about')).toEqual({
      name: 'fixture',
      version: '1.2.3',
      folder: profileDir,
      host: 'stand-in',
      dark: false,
    });
  });
});

describe('A till whose launcher is killed', () => {
  it('dies with it, browser, bus and keyring too', async () => {
    const profileDir = temporaryFolder();
    const script = join(folder, 'launcher.ts');
    const launch = new URL('../../host/launch.ts', import.meta.url).href;
    const options = { host: 'chromium', main: fixtureMain, profileDir, env: { FIXTURE_PRELOAD: preload } };
    writeFileSync(
      script,
      `import { launchTill } from '${launch}';
       const till = await launchTill(${JSON.stringify(options)});
       await till.page.evaluate(() => window.tillside.call('secret.read', 'any'));
       console.log('up');`,
    );
    const launcher = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    expect(await once(createInterface(launcher.stdout), 'line')).toEqual(['up']);
    expect(processesOf(profileDir).length).toBeGreaterThan(4);
    launcher.kill('SIGKILL');
    await vi.waitFor(() => expect(processesOf(profileDir)).toEqual([]), { timeout: 5_000 });
  });
});

describe('A till that does not come up', () => {
  it('says what main said last, and leaves nothing', async () => {
    const profileDir = temporaryFolder();
    const main = join(temporaryFolder(), 'main.js');
    writeFileSync(main, "throw new Error('no journal today');");
    await expect(launchFixture(preload, { profileDir, main })).rejects.toThrow('no journal today');
    expect(processesOf(profileDir)).toEqual([]);
  });

  it('says that it must be built first', async () => {
    const main = join(temporaryFolder(), 'missing.js');
    await expect(launchFixture(preload, { profileDir: temporaryFolder(), main })).rejects.toThrow(
      'npm run build',
    );
  });
});
