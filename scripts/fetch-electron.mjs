/**
 * Fetches Electron's binary, with a progress bar, and gives up after ten seconds without a byte. Runs in Node 24, as a
 * process of its own. What it fetches lands in the cache of @electron/get, where Electron's own installer finds it.
 */
import { readFileSync } from 'node:fs';
import { downloadArtifact } from '@electron/get';
import { run } from './child.mjs';
import { inProject } from './project.mjs';
import { say } from './say.mjs';

const patienceMs = Number(process.env.TILLSIDE_FETCH_PATIENCE_MS ?? 10_000);
const barWidth = 30;

const read = (name) => JSON.parse(readFileSync(inProject('node_modules', 'electron', name), 'utf8'));

function showProgress({ transferred, total, percent }) {
  if (!process.stdout.isTTY) return;
  const done = Math.round(percent * barWidth);
  const megabytes = (bytes) => (bytes / 1_000_000).toFixed(0);
  const amount = total
    ? `${megabytes(transferred)} of ${megabytes(total)} MB`
    : `${megabytes(transferred)} MB`;
  process.stdout.write(`\r  [${'#'.repeat(done)}${' '.repeat(barWidth - done)}] ${amount} `);
}

async function download() {
  const patience = new AbortController();
  const giveUp = () => patience.abort(new Error(`No byte came for ${patienceMs / 1000} seconds`));
  let timer = setTimeout(giveUp, patienceMs);
  try {
    await downloadArtifact({
      version: read('package.json').version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: read('checksums.json'),
      cacheRoot: process.env.electron_config_cache,
      downloadOptions: {
        quiet: true,
        signal: patience.signal,
        getProgressCallback: (progress) => {
          clearTimeout(timer);
          timer = setTimeout(giveUp, patienceMs);
          showProgress(progress);
          return Promise.resolve();
        },
      },
    });
  } finally {
    clearTimeout(timer);
    if (process.stdout.isTTY) process.stdout.write('\n');
  }
}

try {
  await download();
  const { ok, output } = await run(process.execPath, [inProject('node_modules', 'electron', 'install.js')], {
    quiet: true,
  });
  if (!ok) throw new Error(output.trim().split('\n')[0]);
} catch (error) {
  const reason = error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
  say(`Electron can't be fetched (${reason})`);
  process.exitCode = 1;
}
