import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Live and training are two profiles with nothing in common. */
export type ProfileKind = 'live' | 'training';

export interface Profile {
  readonly kind: ProfileKind;
  readonly folder: string;
  /** The keychain's name for this profile's items. A second till of the same user has another. */
  readonly keychainService: string;
}

/** Opens a profile's folder below the app's own, and makes it on the first start. */
export function openProfile(root: string, kind: ProfileKind): Profile {
  const folder = join(root, kind);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { kind, folder, keychainService: `Tillside ${kind} ${profileId(folder)}` };
}

/** Kept in the folder, so that the secrets are found again after it has moved. */
function profileId(folder: string): string {
  const file = join(folder, 'profile-id');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    // One that is there and can't be read names the keychain's items: made anew, they would be lost.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const made = randomBytes(4).toString('hex');
    writeFileSync(file, made, { mode: 0o600 });
    return made;
  }
}
