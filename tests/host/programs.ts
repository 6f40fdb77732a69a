import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The project's folder. */
export const projectFolder = join(import.meta.dirname, '..', '..');

const browsers: Readonly<Record<string, readonly string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
};

function onPath(name: string): string | undefined {
  const candidates =
    name.includes('/') || name.includes('\\')
      ? [name]
      : (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The system's Chromium, or a browser of its kind. Throws when there is none. */
export function findChromium(): string {
  for (const name of browsers[process.platform] ?? []) {
    const path = onPath(name);
    if (path !== undefined) return path;
  }
  throw new Error('No Chromium on this machine. On Debian: apt-get install chromium');
}

/** Electron's binary, when it has been fetched. */
export function findElectron(): string | undefined {
  const folder = join(projectFolder, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const binary = join(dist, readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}
