import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * Makes sure that nothing outlives whoever started it: a small process that holds one end of a pipe. When the pipe
 * breaks, because its starter has ended or was killed, it kills what it was told of and removes the folder.
 */
export class Reaper {
  readonly #child: ChildProcess;

  /** @param folder goes when its starter does
   * @param profileDir whose till it is, for whoever looks at the list of processes */
  constructor(folder: string, profileDir: string) {
    const program = join(import.meta.dirname, 'reaper-process.ts');
    this.#child = spawn(process.execPath, [program, folder], {
      stdio: ['pipe', 'ignore', 'inherit'],
      detached: true,
      env: { TILLSIDE_PROFILE_DIR: profileDir },
    });
    // When it ends first, the pipe breaks on this side.
    this.#child.stdin?.on('error', () => undefined);
  }

  /** A process that leads a group of its own. */
  watchGroup(leader: number): void {
    this.#tell(String(leader));
  }

  /** All is tidied up: nothing is left to do. */
  async dismiss(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#tell('done');
    await ended;
  }

  #tell(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }
}
