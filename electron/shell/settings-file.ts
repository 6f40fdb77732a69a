import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SettingsFile } from '../settings/settings.ts';

/** The part of electron-store that is used; `conf`, which it extends, has it too. */
export interface Store {
  readonly store: Readonly<Record<string, unknown>>;
  readonly set: (key: string, value: unknown) => void;
  readonly delete: (key: string) => void;
}

/** How the store is to be opened, next to its name. */
export interface StoreOptions {
  readonly cwd: string;
  /** A broken file is set aside here and must not be overwritten by the store. */
  readonly clearInvalidConfig: false;
  readonly configFileMode: number;
}

export interface SettingsFileOptions {
  /** `(options) => new Store({ ...options, name: 'settings' })`, with the name that `name` says. */
  readonly open: (options: StoreOptions) => Store;
  /** The profile's folder. */
  readonly folder: string;
  /** The file's name without `.json`. */
  readonly name: string;
  /** Whether the content is one that the till can work with. */
  readonly fits: (content: Readonly<Record<string, unknown>>) => boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface OpenedSettings {
  readonly file: SettingsFile;
  /** Where a file went that could not be used, as an absolute path. The settings then are the defaults. */
  readonly setAside: string | undefined;
}

/**
 * Opens a profile's settings. A file that is cut off, no JSON, or does not fit is set aside whole under a dated name,
 * never overwritten and never read in part. Throws only when the system refuses to read, move or write the file.
 */
export function openSettingsFile({ open, folder, name, fits, now }: SettingsFileOptions): OpenedSettings {
  const path = join(folder, `${name}.json`);
  const usable = !existsSync(path) || isUsable(readFileSync(path, 'utf8'), fits);
  const setAside = usable ? undefined : freeName(folder, name, now);
  if (setAside !== undefined) renameSync(path, setAside);
  const store = open({ cwd: folder, clearInvalidConfig: false, configFileMode: 0o600 });
  return {
    file: {
      content: store.store,
      set: (key, value) => store.set(key, value),
      delete: (key) => store.delete(key),
    },
    setAside,
  };
}

const objectSchema = z.record(z.string(), z.unknown());

function isUsable(text: string, fits: SettingsFileOptions['fits']): boolean {
  try {
    const content = objectSchema.safeParse(JSON.parse(text));
    return content.success && fits(content.data);
  } catch {
    return false;
  }
}

function freeName(folder: string, name: string, now: number): string {
  const date = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : `-${count}`;
    const path = join(folder, `${name}.broken-${date}${suffix}.json`);
    if (!existsSync(path)) return path;
  }
}
