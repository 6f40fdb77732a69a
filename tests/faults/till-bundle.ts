import { join } from 'node:path';
import { build } from 'vite';

const project = join(import.meta.dirname, '..', '..');

/** What the harness writes: bundles, the state of a run, its summary. */
export const outFolder = join(project, 'out', 'faults');

/**
 * Puts the till's process into one file, as the app itself is bundled: a process that starts for every kill should not
 * spend its time on
 * finding modules. Each run of the harness has its own, for two may run at once. Gives where it is.
 */
export async function bundleTill(runName: string): Promise<string> {
  const folder = join(outFolder, runName);
  await build({
    configFile: false,
    root: project,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'till-process.ts'),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: 'till.mjs' } },
    },
  });
  return join(folder, 'till.mjs');
}
