import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { menuFor } from '../../../electron/shell/menu.ts';
import { chooseProfile } from '../../../electron/shell/profile.ts';

const folder = mkdtempSync(join(tmpdir(), 'tillside-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function profileOf(isPackaged: boolean, environment: Readonly<Record<string, string>>) {
  const set: Record<string, string> = {};
  const app = {
    isPackaged,
    getPath: () => '/usual',
    setPath: (name: string, path: string) => {
      set[name] = path;
    },
  };
  return { chosen: chooseProfile(app, environment), set };
}

describe('The profile', () => {
  const named = join(folder, 'a', 'profile');

  it('is the named one in an unpackaged app, and is made', () => {
    expect(profileOf(false, { TILLSIDE_PROFILE_DIR: named })).toEqual({
      chosen: named,
      set: { userData: named },
    });
    expect(existsSync(named)).toBe(true);
  });

  it('is absolute', () => {
    const relative = join('out', 'test-profile');
    expect(profileOf(false, { TILLSIDE_PROFILE_DIR: relative }).chosen).toBe(resolve(relative));
    rmSync(resolve(relative), { recursive: true });
  });

  it('is the usual one in a packaged app, whatever is named', () => {
    expect(profileOf(true, { TILLSIDE_PROFILE_DIR: named })).toEqual({ chosen: '/usual', set: {} });
  });

  it('is the usual one when none is named', () => {
    expect(profileOf(false, {}).chosen).toBe('/usual');
    expect(profileOf(false, { TILLSIDE_PROFILE_DIR: '' }).chosen).toBe('/usual');
  });
});

describe('The menu', () => {
  const rolesOf = (platform: NodeJS.Platform): readonly unknown[] =>
    menuFor(platform).flatMap(({ role, submenu }) => [
      role,
      ...(Array.isArray(submenu) ? submenu.map((item) => item.role) : []),
    ]);

  it.each(['linux', 'win32', 'darwin'] as const)('can zoom and edit, and not reload, on %s', (platform) => {
    const roles = rolesOf(platform);
    expect(roles).toEqual(expect.arrayContaining(['editMenu', 'resetZoom', 'zoomIn', 'zoomOut']));
    for (const role of ['reload', 'forceReload', 'toggleDevTools', 'close', 'quit']) {
      expect(roles).not.toContain(role);
    }
  });

  it('has what every app has on macOS', () => {
    expect(rolesOf('darwin')).toEqual(expect.arrayContaining(['appMenu', 'windowMenu']));
  });
});
