import { join } from 'node:path';
import { startSandbox } from '../../electron/sandbox/sandbox.ts';
import { addressesOf, entries } from '../host/counter.ts';
import { launchTill } from '../host/launch.ts';
import { pairTill } from '../host/pairing-walk.ts';
import { Screens } from '../host/screens.ts';
import { type Figure, atMost, milliseconds, percentile } from './figures.ts';

/** What the store of the training account has, and what it is grown by. */
const few = 3;
const grown = 5_000;
const rounds = 5;
/** So many of a serial number tell one terminal from the others. */
const tailLength = 5;
const mostMs = 1_000;

/** What a person waits for when he opens the list of terminals, in ms. */
interface Wait {
  /** Until the first rows can be pressed. */
  readonly usable: number;
  /** Until the last page has been read. */
  readonly whole: number;
  /** From the last digit of a serial number's tail to its row. */
  readonly found: number;
}

/** The list of terminals in the window of the built app, as the account's few and as a chain's thousands. */
export async function benchTerminals(folder: string): Promise<readonly Figure[]> {
  const sandbox = await startSandbox();
  const profileDir = join(folder, 'profile');
  const env = addressesOf(sandbox.url);
  try {
    const pairing = await launchTill({ profileDir, env });
    const wizard = new Screens(pairing.page);
    await wizard.button('Connect to Dintero').click();
    await pairTill(wizard, entries);
    await pairing.close();

    const waits = async (all: number): Promise<readonly Wait[]> => {
      const seen: Wait[] = [];
      for (let round = 0; round < rounds; round += 1) {
        // A till that has not read the list yet.
        const till = await launchTill({ profileDir, env });
        seen.push(await openList(new Screens(till.page), all));
        await till.close();
      }
      return seen;
    };
    const small = await waits(few);
    sandbox.growFleet(grown, 'oslo-center');
    const large = await waits(few + grown);

    const middle = (all: readonly Wait[], of: keyof Wait): number =>
      percentile(
        all.map((wait) => wait[of]),
        0.5,
      );
    const count = (few + grown).toLocaleString('en');
    return [
      { name: 'first rows, of the few, median', measured: milliseconds(middle(small, 'usable')) },
      atMost(`first rows, of ${count}, median`, middle(large, 'usable'), mostMs, milliseconds),
      { name: `all of ${count} read, median`, measured: milliseconds(middle(large, 'whole')) },
      { name: 'found by its tail, among the few, median', measured: milliseconds(middle(small, 'found')) },
      atMost(`found by its tail, among ${count}, median`, middle(large, 'found'), mostMs, milliseconds),
    ];
  } finally {
    await sandbox.close();
  }
}

async function openList(screens: Screens, all: number): Promise<Wait> {
  const { page } = screens;
  const rows = page.locator('button[data-terminal]');
  const began = performance.now();
  await screens.rail('Terminals');
  await rows.first().waitFor();
  const usable = performance.now() - began;
  const count = all.toLocaleString('en');
  await page.getByText(`${count} of ${count}`, { exact: true }).waitFor();
  const whole = performance.now() - began;

  const sought = rows.last();
  const id = await sought.getAttribute('data-terminal');
  const [serial = ''] = (await sought.innerText()).split('\n');
  const tail = serial.slice(-tailLength);
  const search = page.getByRole('searchbox');
  await search.fill(tail.slice(0, -1));
  const typed = performance.now();
  await search.fill(tail);
  await page.waitForFunction(
    (wanted) => document.querySelector('button[data-terminal]')?.getAttribute('data-terminal') === wanted,
    id,
  );
  return { usable, whole, found: performance.now() - typed };
}
