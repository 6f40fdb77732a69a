import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Company } from './company.ts';
import type { Ending, LaunchOptions, Running } from './launch.ts';
import { logLines } from './log-lines.ts';
import { signalProcess } from './processes.ts';
import { findChromium, projectFolder } from './programs.ts';
import { type BrowserNote, type Order, browserNoteSchema } from './stand-in/launcher-line.ts';

/** Starts the built till on the stand-in. */
export async function startOnChromium(
  options: LaunchOptions,
  company: Company,
  log: string[],
): Promise<Running> {
  const child = startMain(options, company);
  logLines(log, child.stdout, child.stderr);
  const { pid } = child;
  if (pid === undefined) throw new Error('Node could not be started');
  company.adopt(pid);
  const exit = exitOf(child);
  const browserNote = noteOf(child);
  const note = await Promise.race([browserNote, exit]);
  if (!('endpoint' in note)) {
    throw new Error(`Main ended before it opened a window (${note.code ?? note.signal ?? 'unknown'})`);
  }
  company.adopt(note.pid);
  const browser = await chromium.connectOverCDP(note.endpoint, {
    noDefaults: true,
    artifactsDir: company.runtimeFolder,
  });
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('Chromium shows no page');
  const tell = (order: Order): Promise<void> => {
    child.send(order);
    return Promise.resolve();
  };
  return {
    page,
    pid,
    ended: exit.then(async (ending) => {
      await browser.close();
      return ending;
    }),
    quit: () => tell({ kind: 'quit' }),
    kill: (signal) => void signalProcess(pid, signal),
    power: (event) => tell({ kind: 'power', event }),
  };
}

function startMain(options: LaunchOptions, company: Company): ChildProcess {
  const main = options.main ?? join(projectFolder, 'out', 'main', 'main.js');
  if (!existsSync(main)) throw new Error(`${main} is not there: build first, with "npm run build"`);
  return spawn(process.execPath, ['--import', new URL('stand-in/hooks.ts', import.meta.url).href, main], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
    env: {
      ...process.env,
      // Meant for the process that launches.
      NODE_OPTIONS: undefined,
      ...company.environment(),
      ...options.env,
      // What is killed leaves its temporary files behind: here they go with the rest.
      TMPDIR: company.runtimeFolder,
      TILLSIDE_HOST: 'stand-in',
      TILLSIDE_PROFILE_DIR: options.profileDir,
      TILLSIDE_STAND_IN_BROWSER: findChromium(),
      TILLSIDE_STAND_IN_FOLDER: join(company.runtimeFolder, 'browser'),
      TILLSIDE_STAND_IN_HEADLESS: String(options.headless ?? true),
    },
  });
}

const exitOf = (child: ChildProcess): Promise<Ending> =>
  new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));

const noteOf = (child: ChildProcess): Promise<BrowserNote> =>
  new Promise((resolve) => child.once('message', (message) => resolve(browserNoteSchema.parse(message))));
