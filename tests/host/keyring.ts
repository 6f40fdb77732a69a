import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { groupEnds, signalGroup } from './processes.ts';
import type { Reaper } from './reaper.ts';

/**
 * - `private`: a keyring of this profile's own, unlocked
 * - `locked`: the same one, but locked
 * - `none`: a session that has no keyring
 */
export type PrivateKeyring = 'private' | 'locked' | 'none';

export interface SessionBusOptions {
  readonly keyring: PrivateKeyring;
  /** Where the keyring is kept from one launch to the next. */
  readonly folder: string;
  /** Where sockets go. Its path must be short: the system allows them about a hundred characters. */
  readonly runtimeFolder: string;
  readonly reaper: Reaper;
}

/** A session of the desktop for one launch. */
export interface SessionBus {
  /** What a process must know to be part of it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Locks the keyring, as a desktop does when its person leaves. It stays so until the next launch. */
  readonly lock: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const password = 'tillside';
const graceMs = 2_000;
const run = promisify(execFile);

/**
 * Starts a private session bus. The real gnome-keyring is started by the bus itself when somebody first asks for a
 * secret, so that nobody can ask too early.
 */
export async function startSessionBus(options: SessionBusOptions): Promise<SessionBus> {
  const { keyring, folder, runtimeFolder, reaper } = options;
  const socket = join(runtimeFolder, 'bus');
  const config = writeConfig(options, socket);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const environment = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` };
  const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
    env: {
      PATH: process.env['PATH'],
      LANG: 'C.UTF-8',
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_DATA_HOME: join(folder, 'data'),
      XDG_RUNTIME_DIR: runtimeFolder,
    },
  });
  const failed = once(bus, 'error').then(([error]: readonly unknown[]) => {
    throw new Error('dbus-daemon could not be started', { cause: error });
  });
  const listens = once(createInterface(bus.stdout), 'line');
  const ended = once(bus, 'exit');
  await Promise.race([failed, listens, ended.then(refuseEarlyEnd)]);
  const { pid } = bus;
  if (pid === undefined) throw new Error('dbus-daemon has no process id');
  // The keyring that it starts is of its group.
  reaper.watchGroup(pid);

  const send = async (...parts: readonly string[]): Promise<void> => {
    await run('dbus-send', ['--session', '--print-reply', ...parts], {
      env: { ...process.env, ...environment },
    });
  };
  if (keyring === 'private') warmUp(send);
  return {
    environment,
    lock: () =>
      send(
        '--dest=org.freedesktop.secrets',
        '/org/freedesktop/secrets',
        'org.freedesktop.Secret.Service.Lock',
        'array:objpath:/org/freedesktop/secrets/collection/login',
      ),
    close: async () => {
      signalGroup(pid, 'SIGTERM');
      await groupEnds(pid, graceMs);
    },
  };
}

const refuseEarlyEnd = (): never => {
  throw new Error('dbus-daemon ended before it listened');
};

/** Has the keyring started already when the till first asks. Nobody waits for it: the till's own call would do. */
function warmUp(send: (...parts: readonly string[]) => Promise<void>): void {
  const start = 'org.freedesktop.DBus.StartServiceByName';
  send('--dest=org.freedesktop.DBus', '/', start, 'string:org.freedesktop.secrets', 'uint32:0').catch(
    () => undefined,
  );
}

/** Writes what the bus reads at its start, and gives where that is. */
function writeConfig({ keyring, runtimeFolder }: SessionBusOptions, socket: string): string {
  const services = join(runtimeFolder, 'services');
  mkdirSync(services);
  if (keyring !== 'none') {
    const script = join(runtimeFolder, 'keyring.sh');
    const passwordFile = join(runtimeFolder, 'password');
    const unlock = keyring === 'private' ? ` --unlock <'${passwordFile}'` : '';
    writeFileSync(passwordFile, password, { mode: 0o600 });
    writeFileSync(script, `exec gnome-keyring-daemon --foreground --components=secrets${unlock}\n`);
    writeFileSync(
      join(services, 'org.freedesktop.secrets.service'),
      `[D-BUS Service]\nName=org.freedesktop.secrets\nExec=/bin/sh "${script}"\n`,
    );
  }
  const config = join(runtimeFolder, 'bus.conf');
  writeFileSync(
    config,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`,
  );
  return config;
}
