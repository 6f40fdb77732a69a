import { type Locator, type Page } from 'playwright';
import { scan } from './hand-scanner.ts';
import { pairTill } from '../host/pairing-walk.ts';
import { type OpenTill, entries, expect, expectAccessible, test } from './till-test.ts';

const { terminalId } = entries;
const secondTerminalId = 'T00000001-T0002';

/** Another till of the same store, on another terminal. It is paired by hand: copies of a profile share their journal's part. */
async function openSecond(
  open: (options: { profileDir: string }) => Promise<OpenTill>,
  profileDir: string,
): Promise<OpenTill> {
  const till = await open({ profileDir });
  await till.screens.button('Connect to Dintero').click();
  await pairTill(till.screens, { ...entries, terminalId: secondTerminalId, tillName: 'Counter 8' });
  return till;
}

/** Sells one line; gives its reference. */
async function sell({ screens }: OpenTill, amount: string, tap: () => void): Promise<string> {
  await screens.charge(amount);
  tap();
  await screens.paymentIs('approved');
  const reference = await screens.paymentReference();
  await screens.button('New sale').click();
  return reference;
}

const search = (page: Page, text: string): Promise<void> =>
  page.getByRole('searchbox', { name: 'Search sales', exact: true }).fill(text);

const rows = (page: Page): Locator => page.getByRole('main').locator('[data-reference]');

test('The sales of two tills at one store are listed together, and found by every key', async ({
  open,
  newProfile,
  sandbox,
}) => {
  const here = await open();
  const there = await openSecond(open, newProfile());
  const own = await sell(here, '399.00', () => sandbox.press(terminalId, 'tap'));
  // 1.20 is paid with another card.
  const others = await sell(there, '1.20', () => sandbox.press(secondTerminalId, 'tap'));
  const { page, screens } = here;

  await screens.rail('Sales');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('radio', { name: 'Whole store', exact: true }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(screens.sale(own)).toContainText('this till');
  await expect(screens.sale(others)).toContainText('till counter8');
  await expectAccessible(here);

  for (const [text, found] of [
    [others, others],
    [own.split('-')[1] ?? '', own],
    ['399', own],
    ['1,20', others],
    ['9130', others],
  ] as const) {
    await search(page, text);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toHaveAttribute('data-reference', found);
  }
  await search(page, '');
  await page.getByLabel('From', { exact: true }).fill('2099-01-01');
  await expect(rows(page)).toHaveCount(0);
});

test('This till’s list is searched in its journal, without Dintero', async ({ open, sandbox }) => {
  const till = await open();
  const reference = await sell(till, '399.00', () => sandbox.press(terminalId, 'tap'));
  await till.screens.rail('Sales');
  for (const text of [reference, '399.00', '0416']) {
    await search(till.page, text);
    await expect(till.screens.sale(reference)).toHaveAttribute('data-state', 'approved');
  }
  await search(till.page, '400');
  await expect(rows(till.page)).toHaveCount(0);
});

test('A reference that is scanned from a slip opens its sale, whichever till made it', async ({
  open,
  newProfile,
  sandbox,
}) => {
  const here = await open();
  const there = await openSecond(open, newProfile());
  const own = await sell(here, '399.00', () => sandbox.press(terminalId, 'tap'));
  const others = await sell(there, '149.00', () => sandbox.press(secondTerminalId, 'tap'));
  await here.screens.isSelling();
  const sale = here.page.getByRole('article');
  await scan(here.page, own);
  await expect(sale).toHaveAttribute('data-reference', own);
  await expect(sale).toContainText('Not yet');
  await scan(here.page, others);
  await expect(sale).toHaveAttribute('data-reference', others);
  await expect(sale).toContainText('till counter8');
  await here.screens.rail('Sales');
  await scan(here.page, own);
  await expect(sale).toHaveAttribute('data-reference', own);
});
