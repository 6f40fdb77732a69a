import { decodeQR } from 'qr/decode.js';
import { type Page } from 'playwright';
import { fault, inputFault } from '../../shared/fault.ts';
import { caseStatuses, coffee, sellerView, sellers } from './samples/seller-samples.ts';
import { pairing, quietTill } from './samples/till-samples.ts';
import { till } from './scenes/scene.ts';
import { fillForm, openForm, openSellers, send } from './scenes/seller-scenes.ts';
import { argumentsOf, button, expect, test, textbox } from './till-test.ts';

const words: Readonly<Record<(typeof caseStatuses)[number], string>> = {
  ACTIVE: 'Active',
  DECLINED: 'Declined',
  UNDER_MANUAL_REVIEW: 'Being reviewed',
  AUTOMATIC_REVIEW: 'Being checked',
  WAITING_FOR_SIGNATURE: 'Waits for the signature',
  WAITING_FOR_DECLARATION: 'Waits for the declaration',
  WAITING_FOR_DETAILS: 'Waits for details',
  ERROR: 'Error',
  ARCHIVED: 'Archived',
  TERMINATED: 'Closed',
  SOMETHING_NEW: 'SOMETHING_NEW',
};

/** Statuses in which the signer's pages are offered: also where nobody can tell whether they are needed. */
const withPages: readonly string[] = [
  'WAITING_FOR_SIGNATURE',
  'WAITING_FOR_DECLARATION',
  'WAITING_FOR_DETAILS',
  'SOMETHING_NEW',
];

const signersPages = (page: Page) => page.getByRole('region', { name: 'For the person who signs' });

test.describe('The list of sellers', () => {
  test('says of each how far it has come, in a word', async ({ open }) => {
    const { page } = await open('sellers');
    await expect(page.locator('[data-seller]')).toHaveCount(sellers.length);
    for (const [status, word] of Object.entries(words)) {
      await expect(page.locator(`[data-seller][data-status="${status}"]`)).toContainText(word);
    }
    await expect(page.locator('[data-status=""]')).toContainText('Status not known');
  });

  test('opens a seller, and lets it go again', async ({ open }) => {
    const { page, wire } = await open('seller-ACTIVE');
    expect(await argumentsOf(wire, 'sellers.open')).toContainEqual({
      payoutDestinationId: coffee.payoutDestinationId,
    });
    await button(page, 'Back').click();
    await argumentsOf(wire, 'sellers.leave');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sellers');
  });

  test('names the scope that is missing, where to give it, and how to go on without', async ({ open }) => {
    const { page } = await open('sellers-not-allowed');
    await expect(page.getByRole('alert')).toContainText('read:accounts');
    await expect(page.getByRole('alert')).toContainText('Backoffice, under Settings, API clients');
    await expect(page.getByText('the seller’s ID is typed by hand then')).toBeVisible();
    await expect(button(page, 'New seller')).toBeVisible();
    await expect(button(page, /second API client/i)).toBeVisible();
  });

  test('is read again when that is asked for', async ({ open }) => {
    const { page, wire } = await open('sellers-unread');
    wire.answer('sellers.list', { value: [coffee] });
    await button(page, 'Read again').click();
    await expect(page.locator('[data-seller]')).toHaveCount(1);
  });

  test('is opened from the wizard too, and left to the step where it was', async ({ open }) => {
    const { page } = await open('pairing-sellers');
    await button(page, 'Back').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which store is this till in?');
  });
});

test.describe('A seller', () => {
  for (const status of caseStatuses) {
    test(`that is ${status} says so, what it means and what comes next`, async ({ open }) => {
      const { page } = await open(`seller-${status}`);
      const shown = page.getByRole('main').locator(`[data-status="${status}"]`);
      await expect(shown).toHaveAttribute('data-seller', coffee.payoutDestinationId);
      const card = shown.getByRole('region', { name: 'Status' });
      await expect(card.getByRole('heading', { name: words[status], exact: true })).toBeVisible();
      await expect(card).toContainText(
        status === 'ACTIVE' ? 'it can carry stores' : /can’t carry stores|does not know/,
      );
      await expect(signersPages(page)).toHaveCount(withPages.includes(status) ? 1 : 0);
    });
  }

  test('shows a new status as soon as main has it, and reads it out', async ({ open }) => {
    const { page, wire } = await open('seller-WAITING_FOR_DECLARATION');
    const status = page.getByRole('status').filter({ hasText: 'Waits' });
    await expect(status).toContainText('Waits for the declaration');
    wire.push('seller', sellerView('WAITING_FOR_SIGNATURE'));
    await expect(status).toContainText('Waits for the signature');
    await expect(page.getByRole('img', { name: 'QR code of the contract' })).toBeVisible();
    wire.push('seller', sellerView('ACTIVE'));
    await expect(page.getByRole('heading', { name: 'Active', exact: true })).toBeVisible();
    await expect(signersPages(page)).toHaveCount(0);
  });

  test('shows nothing of another one', async ({ open }) => {
    const { page, wire } = await open('seller-opening');
    wire.push('seller', { ...sellerView('ACTIVE'), seller: { payoutDestinationId: 'another' } });
    await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toBeVisible();
  });

  test('that is ready leads on to its store, and one that is not does not', async ({ open }) => {
    const ready = await open('seller-ACTIVE');
    await button(ready.page, 'New store').click();
    await expect(ready.page.getByRole('heading', { level: 1 })).toHaveText('New store');
    const waiting = await open('seller-AUTOMATIC_REVIEW');
    await expect(button(waiting.page, 'New store')).toHaveCount(0);
  });

  test('is read again when that is asked for', async ({ open }) => {
    const { page, wire } = await open('seller-ACTIVE');
    await button(page, 'Read again').click();
    await argumentsOf(wire, 'sellers.readAgain');
  });
});

test.describe('A page for the signer', () => {
  test('of Dintero is asked for by its name, never by its address', async ({ open }) => {
    const { page, wire } = await open('seller-WAITING_FOR_DECLARATION');
    wire.answer('sellers.link', { value: { kind: 'done' } });
    await button(page, 'Open the declaration').click();
    expect(await argumentsOf(wire, 'sellers.link')).toEqual([
      { page: 'declaration', how: 'open', confirmedHost: null },
    ]);
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
  });

  test('of another host opens only after a person has read the host in full', async ({ open }) => {
    const { page, wire } = await open('seller-host-to-confirm');
    const host = 'secure.identity-and-signature-provider.example.com:8443';
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText(host);
    await expect(button(page, 'Cancel')).toBeFocused();
    wire.answer('sellers.link', { value: { kind: 'done' } });
    await dialog.getByRole('button', { name: 'Open the page' }).click();
    await expect(dialog).toHaveCount(0);
    await expect
      .poll(() => wire.callsOf('sellers.link').at(-1)?.argument)
      .toEqual({ page: 'contract', how: 'open', confirmedHost: host });
  });

  test('of another host stays closed with Esc', async ({ open }) => {
    const { page, wire } = await open('seller-host-to-confirm');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    expect(wire.callsOf('sellers.link')).toHaveLength(1);
  });

  test('of another host has no code until it is confirmed', async ({ open }) => {
    const { page, wire } = await open('seller-links-elsewhere');
    await expect(page.getByRole('img')).toHaveCount(0);
    wire.answer('sellers.link', { value: { kind: 'confirm', host: 'sign.example.com' } });
    await button(page, 'Show QR code').click();
    wire.answer('sellers.link', { value: { kind: 'done' } });
    await page.getByRole('alertdialog').getByRole('button', { name: 'Show QR code' }).click();
    wire.push(
      'seller',
      sellerView('WAITING_FOR_SIGNATURE', {
        links: [
          {
            kind: 'page',
            page: 'contract',
            host: 'sign.example.com',
            address: 'https://sign.example.com/contract/1',
          },
        ],
      }),
    );
    await expect(page.getByRole('img', { name: 'QR code of the contract' })).toBeVisible();
  });

  test('that is not safe has no button at all', async ({ open }) => {
    const { page } = await open('seller-links-elsewhere');
    await expect(page.locator('[data-page="declaration"]')).toContainText('not safe');
    await expect(page.locator('[data-page="declaration"]').getByRole('button')).toHaveCount(0);
  });

  test('that no browser takes says so', async ({ open }) => {
    const { page } = await open('seller-link-not-opened');
    await expect(page.locator('[data-code="setup.browser"]')).toContainText('Scan the QR code');
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`can be read by a phone from the screen, in the ${theme} theme`, async ({ open }) => {
      const { page, turnTo } = await open('seller-WAITING_FOR_DECLARATION');
      await turnTo({ width: 1440, height: 900, theme, locale: 'en' });
      const [link] = sellerView('WAITING_FOR_DECLARATION').links;
      expect(await read(page, 'QR code of the declaration')).toBe(
        link?.kind === 'page' ? link.address : undefined,
      );
    });
  }

  test('that is not the next one has its code when that is asked for', async ({ open }) => {
    const { page, wire } = await open('seller-WAITING_FOR_DECLARATION');
    wire.answer('sellers.link', { value: { kind: 'done' } });
    await button(page, 'Show QR code').click();
    await expect(page.getByRole('img', { name: 'QR code of the contract' })).toBeVisible();
    await expect(page.getByRole('img', { name: 'QR code of the declaration' })).toHaveCount(0);
  });
});

/** What is read from a picture of the code, as a camera would take it: dots of colour. */
async function read(page: Page, name: string): Promise<string> {
  const picture = await page.getByRole('img', { name }).screenshot();
  const { width, height, data } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const dots = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
    return { width: bitmap.width, height: bitmap.height, data: [...dots] };
  }, picture.toString('base64'));
  return decodeQR({ width, height, data: Uint8Array.from(data) });
}

test.describe('The application for a seller', () => {
  const sent = {
    payoutDestinationId: 'kaffebaren-oest-as',
    type: 'company',
    name: 'Kaffebaren Øst AS',
    organisationNumber: '923 663 487',
    country: 'NO',
    accountType: 'BBAN',
    accountNumber: '8601 11 17947',
    currency: 'NOK',
    payoutReference: 'Kaffebaren',
    payoutInterval: 'daily',
    signerName: 'Kari Nordmann',
    signerEmail: 'kari@kaffebaren.example',
    language: 'no',
    testOutcome: null,
  };

  test('is sent as it was typed, with the ID that was proposed, and leads to the seller', async ({
    open,
  }) => {
    const { page, wire } = await open('seller-form');
    await send(page);
    expect(await argumentsOf(wire, 'sellers.apply')).toEqual([expect.objectContaining(sent)]);
    expect(await argumentsOf(wire, 'sellers.open')).toEqual([{ payoutDestinationId: 'kaffebaren-oest-as' }]);
  });

  test('proposes an ID that is free, until a person types another', async ({ open }) => {
    const { page, wire } = await open('seller-form');
    wire.answer('sellers.list', { value: [] });
    await textbox(page, 'Seller name').fill('Butikk 1');
    await expect(textbox(page, 'Seller ID')).toHaveValue('butikk-1');
    await textbox(page, 'Seller ID').fill('PD032');
    await textbox(page, 'Seller name').fill('Butikk 2');
    await expect(textbox(page, 'Seller ID')).toHaveValue('PD032');
    await textbox(page, 'Seller ID').fill('');
    await expect(textbox(page, 'Seller ID')).toHaveValue('');
  });

  test('whose outcome is not known keeps its ID, so that it can’t be sent as a second one', async ({
    open,
  }) => {
    const { page, wire } = await open('seller-form-seller-unsure');
    await expect(textbox(page, 'Seller ID')).toHaveValue('kaffebaren-oest-as');
    wire.answer('sellers.list', { value: [{ ...coffee, payoutDestinationId: 'kaffebaren-oest-as' }] });
    await button(page, 'See the list').click();
    await page.locator('[data-seller="kaffebaren-oest-as"]').waitFor();
    await button(page, 'New seller').click();
    await expect(textbox(page, 'Seller ID')).toHaveValue('kaffebaren-oest-as');
  });

  test('can be filled in and sent with the keyboard alone', async ({ open }) => {
    const { page, wire } = await open({
      name: 'seller-form-keys',
      snapshot: till(),
      answers: { 'sellers.list': { value: [] } },
      prepare: openForm,
    });
    const { keyboard } = page;
    const type = async (text: string): Promise<void> => {
      await keyboard.press('Tab');
      await keyboard.type(text);
    };
    await page.getByRole('radio', { name: 'A company' }).focus();
    await keyboard.press('ArrowDown');
    await expect(textbox(page, 'Date of birth')).toBeVisible();
    await keyboard.press('ArrowUp');
    await type('Blomster AS');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.getByRole('option', { name: 'Norway' }).waitFor();
    await keyboard.press('Escape');
    // The list gives the focus back when it has closed.
    await page.getByRole('option', { name: 'Norway' }).waitFor({ state: 'hidden' });
    await expect(page.getByRole('combobox', { name: 'Country' }).first()).toBeFocused();
    await type('923663487');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await expect(page.getByRole('radio', { name: 'Norwegian' }).first()).toBeFocused();
    await keyboard.press('ArrowDown');
    await type('NO93 8601 1117 947');
    await keyboard.press('Tab');
    await type('Blomster');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await type('Ola Dahl');
    await type('ola@blomster.example');
    await keyboard.press('Enter');
    expect(await argumentsOf(wire, 'sellers.apply')).toEqual([
      expect.objectContaining({
        type: 'company',
        name: 'Blomster AS',
        payoutDestinationId: 'blomster-as',
        organisationNumber: '923663487',
        accountType: 'IBAN',
        accountNumber: 'NO93 8601 1117 947',
        payoutReference: 'Blomster',
        signerName: 'Ola Dahl',
        signerEmail: 'ola@blomster.example',
      }),
    ]);
  });

  for (const [label, text, code] of [
    ['Seller name', '', 'input.required'],
    ['Organisation number', '92366348', 'input.organisation-number'],
    ['Organisation number', '923663488', 'input.organisation-check-digit'],
    ['Seller ID', 'a b', 'input.seller-id'],
    ['Seller ID', 'x'.repeat(41), 'input.too-long'],
    ['Account number', '8601111794', 'input.account-number'],
    ['Account number', '86011117948', 'input.account-check-digit'],
    ['Payout reference', '', 'input.required'],
    ['Signer’s name', '', 'input.required'],
    ['Signer’s e-mail', 'kari', 'input.email'],
  ] as const) {
    test(`with “${text.slice(0, 12)}” as ${label} stays here, with ${code} at the field`, async ({
      open,
    }) => {
      const { page, wire } = await open('seller-form');
      await textbox(page, label).fill(text);
      await send(page);
      await expect(page.locator(`[data-code="${code}"]`)).toBeVisible();
      await expect(textbox(page, label)).toBeFocused();
      await expect(textbox(page, label)).toBeInViewport({ ratio: 1 });
      await expect(textbox(page, label)).toHaveAttribute('aria-invalid', 'true');
      expect(wire.callsOf('sellers.apply')).toEqual([]);
    });
  }

  for (const refused of [
    fault('setup.seller-refused'),
    fault('setup.seller-unsure'),
    fault('setup.network'),
    fault('setup.rights', { scope: 'write:accounts:/management/settings/approvals' }),
    inputFault('input.seller-id-taken', 'payoutDestinationId'),
  ]) {
    test(`that ends in ${refused.code} loses nothing that was typed`, async ({ open }) => {
      const { page, wire } = await open('seller-form');
      wire.answer('sellers.apply', { fault: refused });
      await send(page);
      await expect(page.locator(`[data-code="${refused.code}"]`)).toBeVisible();
      await button(page, 'Back').click();
      await button(page, 'New seller').click();
      wire.answer('sellers.apply', { value: null });
      await send(page);
      await expect.poll(() => wire.callsOf('sellers.apply').length).toBe(2);
      const [first, second] = wire.callsOf('sellers.apply');
      expect(second?.argument).toEqual(first?.argument);
    });
  }

  test('whose fate nobody knows leads to the list', async ({ open }) => {
    const { page, wire } = await open('seller-form-seller-unsure');
    await button(page, 'See the list').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sellers');
    expect(wire.callsOf('sellers.list').length).toBeGreaterThan(1);
  });

  test('that this client may not send names the scope', async ({ open }) => {
    const { page } = await open('seller-form-not-allowed');
    await expect(page.getByRole('alert')).toContainText('write:accounts:/management/settings/approvals');
  });

  test('that was sent leaves an empty form for the next', async ({ open }) => {
    const { page, wire } = await open('seller-form');
    await send(page);
    await argumentsOf(wire, 'sellers.open');
    await button(page, 'Back').click();
    await button(page, 'New seller').click();
    await expect(textbox(page, 'Seller name')).toHaveValue('');
  });

  test('can tell a test account how to end', async ({ open }) => {
    const { page, wire } = await open('seller-form');
    await page.getByRole('radio', { name: /AUTO_DECLINE/ }).click();
    await send(page);
    expect(await argumentsOf(wire, 'sellers.apply')).toEqual([
      expect.objectContaining({ testOutcome: 'AUTO_DECLINE' }),
    ]);
  });

  test('has no such choice on a live account', async ({ open }) => {
    const { page } = await open('seller-form-live');
    await expect(page.getByText('AUTO_APPROVE')).toHaveCount(0);
  });

  test('knows the account that is being paired', async ({ open }) => {
    const { page } = await open({
      name: 'seller-form-in-the-wizard',
      snapshot: till({
        app: { ...quietTill.app, stage: 'pairing' },
        pairing: { paired: pairing, draft: { step: 'store', accountId: 'P12345678' } },
      }),
      answers: { 'sellers.list': { value: [] }, 'pairing.stores': { value: { kind: 'not-allowed' } } },
      prepare: async (window) => {
        await button(window, 'Sellers').click();
        await button(window, 'New seller').click();
      },
    });
    await expect(textbox(page, 'Seller name')).toBeVisible();
    await expect(page.getByText('AUTO_APPROVE')).toHaveCount(0);
  });

  test('is left as it is when a person only looks at the list', async ({ open }) => {
    const { page } = await open('sellers');
    await button(page, 'New seller').click();
    await fillForm(page);
    await button(page, 'Sell').click();
    await openSellers(page);
    await button(page, 'New seller').click();
    await expect(textbox(page, 'Seller name')).toHaveValue('Kaffebaren Øst AS');
    await expect(textbox(page, 'Account number')).toHaveValue('8601 11 17947');
  });
});
