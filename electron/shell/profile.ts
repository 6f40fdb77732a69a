import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { App } from 'electron';

/**
 * The folder that holds this till's settings, journals and log. `TILLSIDE_PROFILE_DIR` names another one, in unpackaged
 * builds only. To be called first of all: the single-instance lock and the session live in that folder too.
 */
export function chooseProfile(
  app: Pick<App, 'getPath' | 'isPackaged' | 'setPath'>,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const named = app.isPackaged ? undefined : environment['TILLSIDE_PROFILE_DIR'];
  if (named === undefined || named === '') return app.getPath('userData');
  const folder = resolve(named);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  return folder;
}
