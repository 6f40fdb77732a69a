/**
 * `npm start`: brings what is missing, builds what has changed, and opens the app. Without a display, or with `--demo`,
 * it plays the main job by itself and leaves screenshots in out/demo/.
 */
import { bring } from './bring.mjs';
import { buildWhenStale } from './build.mjs';
import { run } from './child.mjs';
import { bringElectron } from './electron-binary.mjs';
import { node24 } from './node24.mjs';
import { inProject } from './project.mjs';
import { main, say } from './say.mjs';

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/** Which program carries the window, said aloud. */
async function chooseHost() {
  if (await bringElectron()) {
    const root = process.platform === 'linux' && process.getuid() === 0;
    say(
      `Running on Electron${root ? '; as root it runs with --no-sandbox, so do not do real work like this' : ''}`,
    );
    return 'electron';
  }
  say(
    'Running on a stand-in for Electron in the system’s Chromium: for training and test accounts, never a live one',
  );
  return 'chromium';
}

await main(async (words) => {
  await bring({ window: true });
  if (!(await buildWhenStale())) return 1;
  const host = await chooseHost();
  const plays = words.includes('--demo') || !hasDisplay();
  if (plays && !words.includes('--demo')) say('No display here: the app plays its main job by itself');
  const script = inProject('tests', 'host', plays ? 'demo.ts' : 'open.ts');
  const { code } = await run(node24(), [script, host]);
  return code;
});
