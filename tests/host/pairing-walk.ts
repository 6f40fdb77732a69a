import type { Screens } from './screens.ts';

/** What a person types and picks to pair a till. */
export interface PairingEntries {
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The name of the store. */
  readonly store: string;
  readonly profileId: string;
  readonly terminalId: string;
  readonly tillName: string;
  readonly manager: { readonly name: string; readonly pin: string };
}

/** The first step of the wizard. */
export async function connect(
  screens: Screens,
  { accountId, clientId, clientSecret }: Pick<PairingEntries, 'accountId' | 'clientId' | 'clientSecret'>,
): Promise<void> {
  await screens.field('Account ID').fill(accountId);
  await screens.field('Client ID').fill(clientId);
  await screens.field('Client secret').fill(clientSecret);
  await screens.button('Connect').click();
}

/** The steps after the account, each up to its "Continue", and the manager's. */
export const pairingSteps: readonly {
  readonly name: 'store' | 'profile' | 'terminal' | 'till' | 'manager';
  readonly fill: (screens: Screens, entries: PairingEntries) => Promise<void>;
}[] = [
  {
    name: 'store',
    fill: (screens, { store }) => screens.page.getByRole('radio', { name: new RegExp(store) }).click(),
  },
  {
    name: 'profile',
    fill: (screens, { profileId }) => screens.choose('Payment profile', new RegExp(profileId)),
  },
  {
    name: 'terminal',
    fill: (screens, { terminalId }) =>
      screens.page.getByRole('radio', { name: new RegExp(terminalId) }).click(),
  },
  { name: 'till', fill: (screens, { tillName }) => screens.field('Till name').fill(tillName) },
  {
    name: 'manager',
    fill: async (screens, { manager }) => {
      await screens.field('Manager name').fill(manager.name);
      await screens.field('PIN').fill(manager.pin);
      await screens.field('Repeat PIN').fill(manager.pin);
    },
  },
];

/** The whole wizard, from its first step to Sell. */
export async function pairTill(screens: Screens, entries: PairingEntries): Promise<void> {
  await connect(screens, entries);
  for (const { name, fill } of pairingSteps) {
    await fill(screens, entries);
    await screens.button(name === 'manager' ? 'Pair this till' : 'Continue').click();
  }
  await screens.isSelling();
}
