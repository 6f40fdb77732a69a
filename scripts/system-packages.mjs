import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './child.mjs';
import { Stop, say, took } from './say.mjs';

const onPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

const hasLibsecret = () =>
  onPath('pkg-config') && spawnSync('pkg-config', ['--exists', 'libsecret-1']).status === 0;

/**
 * What Linux must have: a name for each package system, how its presence is seen, and what needs it. keytar is compiled
 * (build); the window, its keychain and its screen are the system's own (window); a test follows the till's system calls
 * (trace).
 */
const wanted = [
  { for: 'build', apt: 'python3', dnf: 'python3', pacman: 'python', there: () => onPath('python3') },
  { for: 'build', apt: 'make', dnf: 'make', pacman: 'make', there: () => onPath('make') },
  { for: 'build', apt: 'g++', dnf: 'gcc-c++', pacman: 'gcc', there: () => onPath('g++') },
  {
    for: 'build',
    apt: 'pkg-config',
    dnf: 'pkgconf-pkg-config',
    pacman: 'pkgconf',
    there: () => onPath('pkg-config'),
  },
  { for: 'build', apt: 'libsecret-1-dev', dnf: 'libsecret-devel', pacman: 'libsecret', there: hasLibsecret },
  {
    for: 'window',
    apt: 'chromium',
    dnf: 'chromium',
    pacman: 'chromium',
    there: () => ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].some(onPath),
  },
  {
    for: 'window',
    apt: 'gnome-keyring',
    dnf: 'gnome-keyring',
    pacman: 'gnome-keyring',
    there: () => onPath('gnome-keyring-daemon'),
  },
  {
    for: 'window',
    apt: 'dbus',
    dnf: 'dbus-daemon',
    pacman: 'dbus',
    there: () => onPath('dbus-daemon') && onPath('dbus-send'),
  },
  {
    for: 'window',
    apt: 'xvfb',
    dnf: 'xorg-x11-server-Xvfb',
    pacman: 'xorg-server-xvfb',
    there: () => onPath('Xvfb'),
  },
  { for: 'trace', apt: 'strace', dnf: 'strace', pacman: 'strace', there: () => onPath('strace') },
];

/** What is missing on this system for the given purposes: `build`, `window`, `trace`. */
export function missingPackages(purposes) {
  if (process.platform !== 'linux') return [];
  return wanted.filter((entry) => purposes.includes(entry.for) && !entry.there());
}

/** Installs what is missing where this may be done unasked, as root on Debian and its kin; else says what to type. */
export async function installMissing(missing) {
  if (missing.length === 0) return;
  const isDebian = existsSync('/etc/debian_version') && onPath('apt-get');
  if (!isDebian || process.getuid() !== 0) {
    throw new Stop(
      `Some system packages are missing. Install them, then run this again:\n\n  ${command(missing)}`,
    );
  }
  const names = missing.map(({ apt }) => apt);
  say(`Installing system packages: ${names.join(' ')}`);
  const start = performance.now();
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another run of apt on this machine is waited for.
  const options = ['-o', 'DPkg::Lock::Timeout=300'];
  const update = await run('apt-get', [...options, 'update'], { quiet: true, env });
  const install = await run('apt-get', [...options, 'install', '-y', '--no-install-recommends', ...names], {
    quiet: true,
    env,
  });
  if (!install.ok) {
    const output = `${update.ok ? '' : update.output}${install.output}`.trimEnd();
    throw new Stop(
      `${output}\n\nThe system packages could not be installed. By hand:\n\n  ${command(missing)}`,
    );
  }
  say(`System packages installed in ${took(start)}`);
}

/** The exact command for a person to type. */
export function command(missing) {
  const names = (system) => missing.map((entry) => entry[system]).join(' ');
  if (onPath('apt-get')) {
    return asRoot('apt-get update', `apt-get install --no-install-recommends ${names('apt')}`);
  }
  if (onPath('dnf')) return asRoot(`dnf install ${names('dnf')}`);
  if (onPath('pacman')) return asRoot(`pacman -S ${names('pacman')}`);
  return `# with this system's package manager; the names are Debian's\n  ${names('apt')}`;
}

/** Debian has no sudo when root was given a password at its installation. */
function asRoot(...commands) {
  if (process.getuid?.() === 0) return commands.join(' && ');
  if (onPath('sudo')) return commands.map((command) => `sudo ${command}`).join(' && ');
  return `su - -c '${commands.join(' && ')}'`;
}
