import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The project's folder. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** A path within the project. */
export const inProject = (...parts) => join(projectFolder, ...parts);
