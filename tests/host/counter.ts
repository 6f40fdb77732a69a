import { trainingClients } from '../../electron/sandbox/training-account.ts';
import { type LaunchOptions } from './launch.ts';
import { type PairingEntries } from './pairing-walk.ts';

/** What a till at a sandbox of the tests is paired with. */
export const entries: PairingEntries = {
  accountId: 'T00000001',
  ...trainingClients.full,
  store: 'Oslo Center',
  profileId: 'in-person',
  terminalId: 'T00000001-T0001',
  tillName: 'Counter 7',
  // Long, so that no timestamp holds it by chance.
  manager: { name: 'Kari Nordmann', pin: '471108156623' },
};

/** Leads a till to a sandbox instead of Dintero. */
export const addressesOf = (url: string): NonNullable<LaunchOptions['env']> => ({
  TILLSIDE_CHECKOUT_URL: url,
  TILLSIDE_API_URL: url,
  TILLSIDE_LOCALE: 'en',
});
