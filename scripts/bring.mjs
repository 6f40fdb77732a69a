import { oneAtATime } from './lock.mjs';
import { installPackages, packagesAreStale } from './packages.mjs';
import { Stop } from './say.mjs';
import { installMissing, missingPackages } from './system-packages.mjs';

const leastNode = 20;

/**
 * Brings whatever the project needs and does not have: system packages, npm packages, Node 24. With nothing to do it
 * looks at a few files and is done. Throws `Stop` when a person has to do something first.
 * @param {{ window: boolean, trace?: boolean }} needs whether the app is going to be shown, or only built and checked,
 * and whether its system calls are followed
 */
export async function bring({ window, trace = false }) {
  if (Number(process.versions.node.split('.')[0]) < leastNode) {
    throw new Stop(`This needs Node ${leastNode} or newer; this is ${process.version}`);
  }
  // What is compiled needs the system's packages first.
  const missing = () =>
    missingPackages([
      ...(packagesAreStale() ? ['build'] : []),
      ...(window ? ['window'] : []),
      ...(trace ? ['trace'] : []),
    ]);
  if (missing().length === 0 && !packagesAreStale()) return;
  await oneAtATime(async () => {
    // Another run may have done it meanwhile.
    await installMissing(missing());
    if (packagesAreStale()) await installPackages();
  });
}
