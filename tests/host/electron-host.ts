import { once } from 'node:events';
import { _electron } from 'playwright';
import type { Company } from './company.ts';
import type { LaunchOptions, Running } from './launch.ts';
import { logLines } from './log-lines.ts';
import { signalProcess } from './processes.ts';
import { findElectron, projectFolder } from './programs.ts';

/** Starts the built till on Electron's binary, which must be there. */
export async function startOnElectron(
  options: LaunchOptions,
  company: Company,
  log: string[],
): Promise<Running> {
  if (findElectron() === undefined) throw new Error("Electron's binary is not there");
  // Playwright finds the binary itself; given its path, it would leave out its own loader.
  const electron = await _electron.launch({
    args: [options.main ?? projectFolder],
    cwd: projectFolder,
    chromiumSandbox: process.getuid?.() !== 0,
    env: environmentFor(options, company),
  });
  const child = electron.process();
  logLines(log, child.stdout, child.stderr);
  const { pid } = child;
  if (pid === undefined) throw new Error('Electron could not be started');
  company.adopt(pid);
  const ended = once(child, 'exit').then(() => ({ code: child.exitCode, signal: child.signalCode }));
  const page = await electron.firstWindow();
  page.on('console', (message) => log.push(`[renderer] ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => log.push(`[renderer] uncaught: ${error.message}`));
  return {
    page,
    pid,
    ended,
    quit: () => electron.close(),
    kill: (signal) => void signalProcess(pid, signal),
    power: (event) => electron.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event),
  };
}

function environmentFor(options: LaunchOptions, company: Company): Record<string, string> {
  const environment: Readonly<Record<string, string | undefined>> = {
    ...process.env,
    ...company.environment(),
    ...options.env,
    TILLSIDE_PROFILE_DIR: options.profileDir,
  };
  const defined: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined) defined[name] = value;
  }
  return defined;
}
