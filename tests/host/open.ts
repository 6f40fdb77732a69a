/** Opens the till in a window for a person, until it is closed or interrupted. Started by `npm start` with the host. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { launchTill } from './launch.ts';
import { findElectron, projectFolder } from './programs.ts';

/** The folder that Electron itself would take, so that both hosts open the same till. */
function usualProfile(): string {
  const named = process.env['TILLSIDE_PROFILE_DIR'];
  if (named !== undefined && named !== '') return named;
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Tillside');
    case 'win32':
      return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Tillside');
    default:
      return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Tillside');
  }
}

function hasSessionBus(): boolean {
  const { DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR } = process.env;
  return (
    DBUS_SESSION_BUS_ADDRESS !== undefined ||
    (XDG_RUNTIME_DIR !== undefined && existsSync(join(XDG_RUNTIME_DIR, 'bus')))
  );
}

/**
 * Straight, with the desktop's own keyring and without a driver: what a script can attach to, anybody can, and this one
 * may be used for real work.
 */
async function openOnElectron(binary: string, profileDir: string): Promise<number> {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const child = spawn(binary, [...(asRoot ? ['--no-sandbox'] : []), projectFolder], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TILLSIDE_PROFILE_DIR: profileDir },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  await once(child, 'exit');
  return child.exitCode ?? 1;
}

async function openOnChromium(profileDir: string): Promise<number> {
  const keyring = hasSessionBus() || process.platform !== 'linux' ? 'session' : 'private';
  if (keyring === 'private') {
    console.log(
      '• There is no desktop keyring here: the till gets one of its own, good enough to try things out',
    );
  }
  const till = await launchTill({ profileDir, keyring, host: 'chromium', headless: false });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void till.close());
  const { code } = await till.ended;
  return code ?? 1;
}

const binary = process.argv[2] === 'electron' ? findElectron() : undefined;
process.exitCode =
  binary === undefined ? await openOnChromium(usualProfile()) : await openOnElectron(binary, usualProfile());
