import { type Page } from 'playwright';
import { fault, inputFault } from '../../../shared/fault.ts';
import { type SellerView } from '../../../shared/views/sellers.ts';
import { type Answers } from '../fake-wire.ts';
import { caseStatuses, coffee, sellerView, sellers } from '../samples/seller-samples.ts';
import { pairing, quietTill } from '../samples/till-samples.ts';
import { type Scene, openRail, till, training } from './scene.ts';

const listed: Answers = { 'sellers.list': { value: sellers } };

/** By the way that a person goes. */
export const openSellers = async (page: Page): Promise<void> => {
  await openRail(/^(Settings|Innstillinger)$/)(page);
  await page.getByRole('button', { name: /^(Sellers|Selgere)$/ }).click();
  await page.getByRole('heading', { level: 1, name: /^(Sellers|Selgere)$/ }).waitFor();
};

export const openForm = async (page: Page): Promise<void> => {
  await openSellers(page);
  await page.getByRole('button', { name: /^(New seller|Ny selger)$/ }).click();
};

const openCoffee = async (page: Page): Promise<void> => {
  await openSellers(page);
  await page.locator(`[data-seller="${coffee.payoutDestinationId}"]`).click();
};

const sellerScene = (name: string, view: SellerView | null, over: Partial<Scene> = {}): Scene => ({
  name: `seller-${name}`,
  snapshot: till({ seller: view }),
  answers: { 'sellers.list': { value: [coffee] } },
  prepare: openCoffee,
  ...over,
});

const foreign: SellerView = sellerView('WAITING_FOR_SIGNATURE', {
  links: [
    { kind: 'unsafe', page: 'declaration' },
    { kind: 'page', page: 'contract', host: 'secure.identity-and-signature-provider.example.com:8443' },
  ],
});

/** Fills the form in as far as that goes without a mistake. */
export async function fillForm(page: Page): Promise<void> {
  const type = async (name: RegExp, text: string): Promise<void> =>
    page.getByRole('textbox', { name }).fill(text);
  await type(/^(Seller name|Navn på selgeren)$/, 'Kaffebaren Øst AS');
  await type(/^(Organisation number|Organisasjonsnummer)$/, '923 663 487');
  await type(/^(Account number|Kontonummer)$/, '8601 11 17947');
  await type(/^(Payout reference|Utbetalingsreferanse)$/, 'Kaffebaren');
  await type(/^(Signer’s name|Navnet til den som signerer)$/, 'Kari Nordmann');
  await type(/^(Signer’s e-mail|E-posten til den som signerer)$/, 'kari@kaffebaren.example');
}

export const send = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(Send application|Send søknaden)$/ }).click();
};

const formScene = (
  name: string,
  prepare: (page: Page) => Promise<void>,
  over: Partial<Scene> = {},
): Scene => ({
  name: `seller-form${name}`,
  snapshot: till(),
  answers: listed,
  prepare: async (page) => {
    await openForm(page);
    await prepare(page);
  },
  ...over,
});

const live = {
  snapshot: till({ pairing: { paired: { ...pairing, accountId: 'P12345678' } } }),
} as const;

export const sellerScenes: readonly Scene[] = [
  { name: 'sellers', snapshot: till(), answers: listed, prepare: openSellers },
  {
    name: 'sellers-none',
    snapshot: till(),
    answers: { 'sellers.list': { value: [] } },
    prepare: openSellers,
  },
  {
    name: 'sellers-reading',
    snapshot: till(),
    answers: { 'sellers.list': { never: true } },
    prepare: openSellers,
  },
  {
    name: 'sellers-unread',
    snapshot: till(),
    answers: { 'sellers.list': { fault: fault('setup.dintero-down') } },
    prepare: openSellers,
  },
  {
    name: 'sellers-not-allowed',
    snapshot: till(),
    answers: { 'sellers.list': { fault: fault('setup.rights', { scope: 'read:accounts' }) } },
    prepare: openSellers,
  },
  {
    name: 'pairing-sellers',
    snapshot: till({
      app: { ...quietTill.app, stage: 'pairing' },
      pairing: { draft: { step: 'store', accountId: pairing.accountId } },
      staff: { ...quietTill.staff, people: [], signedIn: undefined },
    }),
    answers: { ...listed, 'pairing.stores': { value: { kind: 'listed', choices: [] } } },
    prepare: async (page) => {
      await page.getByRole('button', { name: /^(Sellers|Selgere)$/ }).click();
      await page.locator('[data-seller]').first().waitFor();
    },
  },
  ...caseStatuses.map((status) => sellerScene(status, sellerView(status))),
  sellerScene('opening', null),
  sellerScene('status-not-told', sellerView(undefined)),
  sellerScene('unread', sellerView('WAITING_FOR_SIGNATURE', { fault: fault('setup.dintero-down') })),
  sellerScene('not-there', {
    seller: { payoutDestinationId: coffee.payoutDestinationId },
    links: [],
    checkedAt: quietTill.pairing.paired?.pairedAt,
    followed: true,
    fault: fault('setup.not-found'),
  }),
  sellerScene('no-links', sellerView('WAITING_FOR_DECLARATION', { links: [] })),
  sellerScene('links-elsewhere', foreign),
  sellerScene('host-to-confirm', foreign, {
    answers: {
      'sellers.list': { value: [coffee] },
      'sellers.link': {
        value: { kind: 'confirm', host: 'secure.identity-and-signature-provider.example.com:8443' },
      },
    },
    prepare: async (page) => {
      await openCoffee(page);
      await page.getByRole('button', { name: /^(Open the contract|Åpne avtalen)$/ }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  }),
  sellerScene('link-not-opened', sellerView('WAITING_FOR_SIGNATURE'), {
    answers: {
      'sellers.list': { value: [coffee] },
      'sellers.link': { fault: fault('setup.browser') },
    },
    prepare: async (page) => {
      await openCoffee(page);
      await page.getByRole('button', { name: /^(Open the contract|Åpne avtalen)$/ }).click();
      await page.getByRole('alert').waitFor();
    },
  }),
  sellerScene('address-too-long', {
    ...sellerView('WAITING_FOR_DECLARATION'),
    links: [
      {
        kind: 'page',
        page: 'declaration',
        host: 'sandbox.dintero.com',
        address: `https://sandbox.dintero.com/${'x'.repeat(3_000)}`,
      },
    ],
  }),
  sellerScene('in-training', sellerView('WAITING_FOR_SIGNATURE'), {
    snapshot: training({ seller: sellerView('WAITING_FOR_SIGNATURE'), simulatedTerminal: null }),
  }),
  formScene('', fillForm),
  formScene('-live', fillForm, live),
  formScene('-individual', async (page) => {
    await page.getByRole('radio', { name: /^(A person|En person)$/ }).click();
    await page.getByRole('radio', { name: 'IBAN' }).click();
    await fillPerson(page);
  }),
  formScene('-nothing', send),
  formScene('-bad-organisation', async (page) => {
    await fillForm(page);
    await page
      .getByRole('textbox', { name: /^(Organisation number|Organisasjonsnummer)$/ })
      .fill('923663488');
    await send(page);
    await page.getByRole('alert').waitFor();
  }),
  formScene('-bad-account', async (page) => {
    await fillForm(page);
    await page.getByRole('textbox', { name: /^(Account number|Kontonummer)$/ }).fill('86011117948');
    await send(page);
    await page.getByRole('alert').waitFor();
  }),
  formScene(
    '-id-taken',
    async (page) => {
      await fillForm(page);
      await send(page);
      await page.getByRole('alert').waitFor();
    },
    {
      answers: {
        ...listed,
        'sellers.apply': { fault: inputFault('input.seller-id-taken', 'payoutDestinationId') },
      },
    },
  ),
  ...(['setup.seller-refused', 'setup.seller-unsure'] as const).map((code) =>
    formScene(
      `-${code.slice(code.indexOf('.') + 1)}`,
      async (page) => {
        await fillForm(page);
        await send(page);
        await page.getByRole('alert').waitFor();
      },
      { answers: { ...listed, 'sellers.apply': { fault: fault(code) } } },
    ),
  ),
  formScene(
    '-not-allowed',
    async (page) => {
      await fillForm(page);
      await send(page);
      await page.getByRole('alert').waitFor();
    },
    {
      answers: {
        ...listed,
        'sellers.apply': {
          fault: fault('setup.rights', { scope: 'write:accounts:/management/settings/approvals' }),
        },
      },
    },
  ),
];

async function fillPerson(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^(Seller name|Navn på selgeren)$/ }).fill('Kari Nordmann');
  await page.getByRole('textbox', { name: /^(Date of birth|Fødselsdato)$/ }).fill('17.05.1980');
}
