import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './child.mjs';
import { findNode24, node24Folder } from './node24.mjs';
import { inProject } from './project.mjs';
import { Stop, say, took } from './say.mjs';

const stampFile = inProject('node_modules', '.tillside-stamp');
const keytarFile = inProject('node_modules', 'keytar', 'build', 'Release', 'keytar.node');

/** The lock file, and the kind of machine that its packages were built on. */
function stamp() {
  const lock = readFileSync(inProject('package-lock.json'));
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}\n`;
}

const contentOf = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Whether `npm ci` has to run: the lock file is not the one that was installed. */
export function packagesAreStale() {
  if (!findNode24()) return true;
  if (contentOf(stampFile) === stamp()) return false;
  if (!installedByHand()) return true;
  writeFileSync(stampFile, stamp());
  return false;
}

/** Somebody ran npm themselves: what npm says that it has installed is just what the lock file asks for. */
function installedByHand() {
  const hidden = contentOf(inProject('node_modules', '.package-lock.json'));
  if (hidden === undefined || !existsSync(keytarFile)) return false;
  const { packages: installed } = JSON.parse(hidden);
  const { packages: asked } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  const isSame = (one, other) => one?.version === other?.version && one?.integrity === other?.integrity;
  return (
    Object.keys(installed).every((path) => isSame(installed[path], asked[path])) &&
    Object.keys(asked).every((path) => path === '' || path in installed || asked[path].optional === true)
  );
}

/** Installs exactly what the lock file says. keytar is compiled on the way unless its binary can be fetched. */
export async function installPackages() {
  say('Installing packages (npm ci); the first time takes a minute or two');
  const start = performance.now();
  // Development tools are needed whatever NODE_ENV says.
  await npm(['ci', '--include=dev', '--include=optional'], 'The packages could not be installed');
  if (!existsSync(keytarFile)) {
    // Some people have scripts of packages switched off. This one is needed, for without it there is no keychain.
    await npm(
      ['rebuild', 'keytar', '--ignore-scripts=false', '--foreground-scripts'],
      'keytar could not be built',
    );
  }
  if (!existsSync(keytarFile)) throw new Stop('keytar was not built, and npm does not say why');
  if (!findNode24()) throw new Stop(`There is no package of Node 24 for ${process.platform}-${process.arch}`);
  writeFileSync(stampFile, stamp());
  say(`Packages installed in ${took(start)}`);
}

async function npm(parts, complaint) {
  const cli = npmCli();
  const headers = headersForCompiling();
  const options = { quiet: true, env: environment(headers.folder) };
  try {
    const { ok, output } = cli
      ? await run(process.execPath, [cli, ...parts], options)
      : await run('npm', parts, { ...options, shell: process.platform === 'win32' });
    if (!ok) throw new Stop(`${output.trimEnd()}\n\n${complaint}; npm's own words are above.`);
  } finally {
    headers.remove();
  }
}

/** npm's program: the one that runs this, or the one beside this Node. Undefined where only the path knows it. */
function npmCli() {
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  return [process.env.npm_execpath ?? '', beside].find(
    (path) => path.endsWith('npm-cli.js') && existsSync(path),
  );
}

/**
 * Where the headers to compile with are: those of the Node 24 that npm itself unpacks before it runs any package's scripts,
 * so that no other headers and no other download are needed.
 */
function headersForCompiling() {
  const folder = node24Folder();
  const remove = () => undefined;
  // node-gyp writes this path into a makefile, where a space ends it.
  if (folder === undefined || process.platform === 'win32' || !/\s/.test(folder)) return { folder, remove };
  const temporary = mkdtempSync(join(tmpdir(), 'tillside-headers-'));
  const link = join(temporary, 'node');
  symlinkSync(folder, link);
  return { folder: link, remove: () => rmSync(temporary, { recursive: true, force: true }) };
}

/** The environment for npm. Whatever else is configured, packages are compiled for the Node that they will run in. */
function environment(headers) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_config_nodedir$/i.test(name)),
  );
  return headers ? { ...env, npm_config_nodedir: headers } : env;
}
