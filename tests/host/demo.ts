/**
 * Plays the main job in training mode – pair, sell, approve, decline, refund one line – and leaves a numbered screenshot
 * of each step in out/demo/. Ends with 0 only if every step showed what it should. Started by `npm start` with the host.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trainingAccountId, trainingClients } from '../../electron/sandbox/training-account.ts';
import { type Till, launchTill } from './launch.ts';
import { type PairingEntries, connect, pairingSteps } from './pairing-walk.ts';
import { projectFolder } from './programs.ts';
import { Screens, attribute, until } from './screens.ts';

const folder = join(projectFolder, 'out', 'demo');
/** How much of the log a failure shows. */
const lastLines = 20;

const manager = { name: 'Training manager', pin: '1234' } as const;

/** The practice account of training mode, as the wizard shows it. */
const entries: PairingEntries = {
  accountId: trainingAccountId,
  ...trainingClients.full,
  store: 'Oslo Center',
  profileId: 'in-person',
  terminalId: `${trainingAccountId}-T0001`,
  tillName: 'Counter 7',
  manager,
};

interface Step {
  readonly title: string;
  /** Of the screenshot, after its number. */
  readonly picture: string;
  readonly play: (screens: Screens) => Promise<void>;
}

/** Each step rests on those before it. */
function makeSteps(): readonly Step[] {
  let refundable = '';
  return [
    {
      title: 'A new till welcomes',
      picture: 'welcome',
      play: (screens) => screens.button('Try in training mode').waitFor(),
    },
    {
      title: 'One click opens a till for training',
      picture: 'training',
      play: async (screens) => {
        await screens.button('Try in training mode').click();
        await screens.isSelling();
        await screens.basketIs(0);
      },
    },
    {
      title: 'Pairing is practised: the account and its API client',
      picture: 'pair-account',
      play: async (screens) => {
        await screens.rail('Settings');
        await screens.button('Practise pairing').click();
        await screens.field('Account ID').waitFor();
      },
    },
    ...pairingSteps.map(({ name, fill }, index) => ({
      title: `The ${name} is given`,
      picture: `pair-${name}`,
      play: async (screens: Screens) => {
        if (index === 0) {
          await connect(screens, entries);
        } else {
          await screens.button('Continue').click();
        }
        await fill(screens, entries);
      },
    })),
    {
      title: 'The till is paired, and ready to sell',
      picture: 'paired',
      play: async (screens) => {
        await screens.button('Pair this till').click();
        await screens.isSelling();
        await screens.page.getByText(entries.tillName).waitFor();
      },
    },
    {
      title: 'An amount of 399.00 is in the basket',
      picture: 'basket',
      play: async (screens) => {
        await screens.addAmount('399.00');
        await screens.basketIs(39_900);
      },
    },
    {
      title: 'It is charged, and the terminal asks for the card',
      picture: 'waiting',
      play: async (screens) => {
        await screens.button(/^Charge/).click();
        await screens.paymentIs('waiting-customer');
      },
    },
    {
      title: 'The card is tapped: approved',
      picture: 'approved',
      play: async (screens) => {
        await screens.terminalButton('Tap card').click();
        await screens.paymentIs('approved');
      },
    },
    {
      title: 'A new sale begins with an empty basket',
      picture: 'new-sale',
      play: async (screens) => {
        await screens.button('New sale').click();
        await screens.isSelling();
        await screens.basketIs(0);
      },
    },
    {
      title: 'The next card is declined',
      picture: 'declined',
      play: async (screens) => {
        await screens.addAmount('120.00');
        await screens.button(/^Charge/).click();
        await screens.paymentIs('waiting-customer');
        await screens.terminalButton('Decline').click();
        await screens.paymentIs('declined');
      },
    },
    {
      title: 'A sale of two lines is approved',
      picture: 'two-lines',
      play: async (screens) => {
        await screens.button('New sale').click();
        await screens.isSelling();
        await screens.basketIs(0);
        await screens.addAmount('250,00');
        await screens.addAmount('149,00');
        await screens.basketIs(39_900);
        await screens.button(/^Charge/).click();
        await screens.paymentIs('waiting-customer');
        await screens.terminalButton('Tap card').click();
        await screens.paymentIs('approved');
        refundable = await screens.paymentReference();
        await screens.button('New sale').click();
        await screens.isSelling();
      },
    },
    {
      title: 'The sale is opened again',
      picture: 'sale',
      play: async (screens) => {
        await screens.rail('Sales');
        await screens.sale(refundable).click();
        await screens.button('Refund').waitFor();
      },
    },
    {
      title: 'One of its lines is chosen for a refund',
      picture: 'refund',
      play: async (screens) => {
        await screens.button('Refund').click();
        const lines = screens.page.getByRole('checkbox');
        await lines.first().waitFor();
        if ((await lines.count()) !== 2)
          throw new Error(`${await lines.count()} lines can be refunded, not 2`);
        await lines.nth(1).click();
        await screens.choose('Reason', /./);
        await screens.choose('Approved by', new RegExp(manager.name));
        await screens.page.getByRole('textbox', { name: 'PIN', exact: true }).fill(manager.pin);
        await screens.button(/^Refund .*250/).waitFor();
      },
    },
    {
      title: 'The manager approves it: refunded',
      picture: 'refunded',
      play: async (screens) => {
        await screens.button(/^Refund .*250/).click();
        await screens.refundIsDone();
      },
    },
    {
      title: 'The list of sales shows all three',
      picture: 'sales',
      play: async (screens) => {
        await screens.rail('Sales');
        const sale = screens.sale(refundable);
        await until('The sale', () => attribute(sale, 'data-state'), 'partly-refunded');
      },
    },
    ...['Desk', 'Terminals', 'Settings'].map((name) => ({
      title: `${name} is there`,
      picture: name.toLowerCase(),
      play: async (screens: Screens) => {
        await screens.rail(name);
        await screens.page.getByRole('heading', { name, exact: true }).waitFor();
      },
    })),
  ];
}

async function play(till: Till, steps: readonly Step[]): Promise<void> {
  const screens = new Screens(till.page);
  for (const [index, { title, picture, play: playStep }] of steps.entries()) {
    const number = String(index + 1).padStart(2, '0');
    const start = performance.now();
    try {
      await playStep(screens);
      await till.page.screenshot({ path: join(folder, `${number}-${picture}.png`), animations: 'disabled' });
    } catch (error) {
      console.log(`  ✗ ${number} ${title}`);
      const picturePath = join(folder, `${number}-${picture}-failed.png`);
      await till.page.screenshot({ path: picturePath }).catch(() => undefined);
      throw error;
    }
    console.log(`  ✓ ${number} ${title} (${((performance.now() - start) / 1_000).toFixed(1)} s)`);
  }
}

async function demonstrate(host: 'electron' | 'chromium', steps: readonly Step[]): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const profileDir = mkdtempSync(join(tmpdir(), 'tillside-demo-'));
  const till = await launchTill({ profileDir, host, env: { TILLSIDE_LOCALE: 'en' } });
  process.on('SIGINT', () => void till.close());
  try {
    await play(till, steps);
  } catch (error) {
    console.log(['What the till printed:', ...till.log.slice(-lastLines)].join('\n    '));
    throw error;
  } finally {
    await till.close();
    rmSync(profileDir, { recursive: true, force: true });
  }
}

const steps = makeSteps();
try {
  await demonstrate(process.argv[2] === 'electron' ? 'electron' : 'chromium', steps);
  console.log(`All ${steps.length} steps showed what they should; screenshots are in out/demo/`);
} catch (error) {
  console.error(`\nIt did not: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
