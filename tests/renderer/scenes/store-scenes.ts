import { type Page } from 'playwright';
import { type Fault, fault, inputFault } from '../../../shared/fault.ts';
import { type Answers } from '../fake-wire.ts';
import { accountStores, storeSellers } from '../samples/fleet-samples.ts';
import { type Scene, openRail, till } from './scene.ts';

const answers: Answers = {
  'stores.list': { value: accountStores },
  'stores.sellers': { value: storeSellers },
  'stores.read': { value: accountStores[0] },
};

const openStores = async (page: Page): Promise<void> => {
  await openRail(/^(Settings|Innstillinger)$/)(page);
  await page.getByRole('button', { name: /^(Stores|Butikker)$/ }).click();
};

const openForm = async (page: Page): Promise<void> => {
  await openStores(page);
  await page.getByRole('button', { name: /^(New store|Ny butikk)$/ }).click();
};

const fill = async (page: Page): Promise<void> => {
  await page.getByRole('textbox').nth(0).fill('oslo-west');
  await page.getByRole('textbox').nth(1).fill('Oslo West');
  await page.getByRole('textbox').nth(2).fill('974760673');
};

const refused = (name: string, refusal: Fault): Scene => ({
  name: `store-new-${name}`,
  snapshot: till(),
  answers: { ...answers, 'stores.create': { fault: refusal } },
  prepare: async (page) => {
    await openForm(page);
    await fill(page);
    await page.getByRole('button', { name: /^(Create store|Opprett butikk)$/ }).click();
    await page.getByRole('alert').first().waitFor();
  },
});

export const storeScenes: readonly Scene[] = [
  { name: 'stores', snapshot: till(), answers, prepare: openStores },
  {
    name: 'stores-none',
    snapshot: till(),
    answers: { ...answers, 'stores.list': { value: [] } },
    prepare: openStores,
  },
  {
    name: 'stores-reading',
    snapshot: till(),
    answers: { 'stores.list': { never: true } },
    prepare: openStores,
  },
  {
    name: 'stores-unread',
    snapshot: till(),
    answers: { 'stores.list': { fault: fault('setup.rights', { scope: 'read:accounts' }) } },
    prepare: openStores,
  },
  {
    name: 'store',
    snapshot: till(),
    answers,
    prepare: async (page) => {
      await openStores(page);
      await page.locator('[data-store="oslo-center"]').click();
      await page.locator('[data-store="oslo-center"]:not(button)').waitFor();
    },
  },
  {
    name: 'store-gone',
    snapshot: till(),
    answers: { ...answers, 'stores.read': { fault: fault('setup.not-found') } },
    prepare: async (page) => {
      await openStores(page);
      await page.locator('[data-store="pop-up"]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'store-new', snapshot: till(), answers, prepare: openForm },
  {
    name: 'store-new-choosing',
    snapshot: till(),
    answers,
    prepare: async (page) => {
      await openForm(page);
      await page.getByRole('combobox').click();
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'store-new-none-ready',
    snapshot: till(),
    answers: { ...answers, 'stores.sellers': { value: storeSellers.slice(1) } },
    prepare: openForm,
  },
  {
    name: 'store-new-by-hand',
    snapshot: till(),
    answers: { ...answers, 'stores.sellers': { fault: fault('setup.rights', { scope: 'read:accounts' }) } },
    prepare: async (page) => {
      await openForm(page);
      await page.getByRole('textbox').nth(3).waitFor();
    },
  },
  refused('bad-id', inputFault('input.store-id', 'storeId')),
  refused('id-taken', inputFault('input.store-id-taken', 'storeId')),
  refused('no-name', inputFault('input.required', 'name')),
  refused('check-digit', inputFault('input.organisation-check-digit', 'organisationNumber')),
  refused(
    'other-organisation',
    inputFault('input.organisation-of-seller', 'organisationNumber', { number: '923663487' }),
  ),
  refused('no-payout', inputFault('input.choose', 'payoutDestinationId')),
  refused(
    'payout-waits',
    fault(
      'setup.payout-destination',
      { status: 'WAITING_FOR_SIGNATURE', payoutDestinationId: 'seller-2' },
      'payoutDestinationId',
    ),
  ),
  refused('rights', fault('setup.rights', { scope: 'write:accounts' })),
  refused('refused', fault('setup.store-refused')),
  refused('lost', fault('setup.reply-lost')),
];
