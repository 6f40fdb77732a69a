import { type OpenTill, expect, expectAccessible, test } from './till-test.ts';

/** Goes to the sellers by the settings. */
async function openSellers({ screens }: OpenTill): Promise<void> {
  await screens.rail('Settings');
  await screens.button('Sellers').click();
}

async function fillApplication({ screens }: OpenTill): Promise<void> {
  await screens.button('New seller').click();
  await screens.field('Seller name').fill('Kaffebaren Øst AS');
  await screens.field('Organisation number').fill('923 663 487');
  await screens.field('Account number').fill('8601 11 17947');
  await screens.field('Payout reference').fill('Kaffebaren');
  await screens.field('Signer’s name').fill('Kari Nordmann');
  await screens.field('Signer’s e-mail').fill('kari@kaffebaren.example');
}

const sellerId = 'kaffebaren-oest-as';

const statusIs = async ({ page }: OpenTill, status: string): Promise<void> =>
  expect(page.locator(`[data-seller="${sellerId}"]`)).toHaveAttribute('data-status', status);

/** The addresses that the till gave to the browser of the computer. */
const openedPages = ({ log }: OpenTill): readonly string[] =>
  log.flatMap((line) => /\[shell\] opened (\S+)/.exec(line)?.[1] ?? []);

test('A seller is applied for, declares, signs, is reviewed, and is followed to ACTIVE', async ({
  open,
  sandbox,
}) => {
  const till = await open({ host: 'chromium' });
  const { screens, page } = till;
  await openSellers(till);
  await expect(page.locator('[data-seller="seller-1"]')).toHaveAttribute('data-status', 'ACTIVE');
  await expectAccessible(till);
  await fillApplication(till);
  await expectAccessible(till);
  await screens.button('Send application').click();
  await statusIs(till, 'WAITING_FOR_DECLARATION');
  await expectAccessible(till);

  await screens.button('Open the declaration').click();
  await expect.poll(() => openedPages(till).length).toBe(1);
  sandbox.visit(openedPages(till)[0] ?? '');
  await statusIs(till, 'WAITING_FOR_SIGNATURE');

  await screens.button('Open the contract').click();
  await expect.poll(() => openedPages(till).length).toBe(2);
  sandbox.visit(openedPages(till)[1] ?? '');
  await statusIs(till, 'AUTOMATIC_REVIEW');
  await statusIs(till, 'ACTIVE');
  await expect(page.getByText('it can carry stores')).toBeVisible();

  await screens.button('Back').click();
  await statusIs(till, 'ACTIVE');
  expect(openedPages(till)).toEqual([
    expect.stringMatching(/^https:\/\/sandbox\.dintero\.com\/declaration\/./),
    expect.stringMatching(/^https:\/\/sandbox\.dintero\.com\/contract\/./),
  ]);
});

test('A page that is not Dintero’s opens only when its host was confirmed', async ({ open, sandbox }) => {
  sandbox.setOptions({ approvalLinkBase: 'https://sign.example.com' });
  const till = await open({ host: 'chromium' });
  const { screens, page } = till;
  await openSellers(till);
  await page.locator('[data-seller="seller-2"]').click();
  await screens.button('Open the contract').click();
  await expect(page.getByRole('alertdialog')).toContainText('sign.example.com');
  await screens.button('Cancel').click();
  expect(openedPages(till)).toEqual([]);
  await screens.button('Open the contract').click();
  await screens.button('Open the page').click();
  await expect.poll(() => openedPages(till)).toEqual([expect.stringContaining('https://sign.example.com/')]);
  await expect(page.getByRole('img', { name: 'QR code of the contract' })).toBeVisible();
});

test('A link that is no https is neither opened nor drawn', async ({ open, sandbox }) => {
  sandbox.setOptions({ approvalLinkBase: 'http://sandbox.dintero.com' });
  const till = await open({ host: 'chromium' });
  const { page } = till;
  await openSellers(till);
  await page.locator('[data-seller="seller-2"]').click();
  await expect(page.getByText('is not safe').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open the contract' })).toHaveCount(0);
  await expect(page.getByRole('img')).toHaveCount(0);
});

test('An application whose reply is lost is found in the list, and not sent again', async ({
  open,
  sandbox,
}) => {
  const till = await open();
  await openSellers(till);
  await fillApplication(till);
  const path = /approvals\/payout-destinations$/;
  sandbox.disturb({ method: 'POST', path, trouble: { kind: 'lose-reply' } });
  await till.screens.button('Send application').click();
  await statusIs(till, 'WAITING_FOR_DECLARATION');
  const sent = sandbox.requests().filter((request) => request.method === 'POST' && path.test(request.path));
  expect(sent).toHaveLength(1);
});

test('In training, a seller becomes ACTIVE by opening its pages, and no browser is asked', async ({
  open,
  newProfile,
}) => {
  const till = await open({ profileDir: newProfile(), host: 'chromium' });
  const { screens, page } = till;
  await screens.button('Try in training mode').click();
  await screens.isSelling();
  await openSellers(till);
  await fillApplication(till);
  await screens.button('Send application').click();
  await statusIs(till, 'WAITING_FOR_DECLARATION');
  await expect(page.getByText('opening one counts as having done it')).toBeVisible();
  await screens.button('Open the declaration').click();
  await statusIs(till, 'WAITING_FOR_SIGNATURE');
  await screens.button('Open the contract').click();
  await statusIs(till, 'ACTIVE');
  expect(openedPages(till)).toEqual([]);
});
