import { spawn } from 'node:child_process';
import { projectFolder } from './project.mjs';

/**
 * Runs a program in the project's folder, and resolves with how it ended. With `quiet` its output is kept, to be shown if
 * it fails; else it goes straight to the screen.
 */
export function run(program, parts, { quiet = false, env = process.env, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const output = [];
    const child = spawn(program, parts, {
      cwd: projectFolder,
      env,
      shell,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    // Ctrl+C goes to the whole group: this process waits for the child to end. Other signals it hands on.
    const wait = () => undefined;
    const handOn = (signal) => child.kill(signal);
    process.on('SIGINT', wait).on('SIGTERM', handOn).on('SIGHUP', handOn);
    child.on('close', (code, signal) => {
      process.off('SIGINT', wait).off('SIGTERM', handOn).off('SIGHUP', handOn);
      resolve({
        ok: code === 0,
        code: code ?? (signal === 'SIGINT' ? 130 : 1),
        output: Buffer.concat(output).toString(),
      });
    });
  });
}
