import { type Page } from 'playwright';
import { type OpenTill, entries, expect, expectAccessible, test } from './till-test.ts';

const { terminalId } = entries;

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

const rows = (page: Page) => page.getByRole('main').locator('[data-reference]');

/** What a scanner does: it types, and ends with Enter. Held to the slip again, when a slow computer tore the code apart. */
async function scan({ page }: OpenTill, text: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article')).toHaveAttribute('data-reference', text, { timeout: 3_000 });
  }).toPass();
}

test('The sales of two tills at one store are listed together, and found by every key', async ({
  open,
  sandbox,
}) => {
  const tap = (): void => sandbox.press(terminalId, 'tap');
  const here = await open();
  const there = await open();
  const own = await sell(here, '399.00', tap);
  // 1.20 is paid with another card.
  const others = await sell(there, '1.20', tap);
  const { page, screens } = here;

  await screens.rail('Sales');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('radio', { name: 'Whole store', exact: true }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(screens.sale(own)).toContainText('this till');
  await expect(screens.sale(others)).toContainText('till counter7');
  await expectAccessible(here);

  for (const [text, found] of [
    [others, others],
    [own.slice(-12), own],
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
  sandbox,
}) => {
  const tap = (): void => sandbox.press(terminalId, 'tap');
  const here = await open();
  const there = await open();
  const own = await sell(here, '399.00', tap);
  const others = await sell(there, '149.00', tap);
  await here.screens.isSelling();
  await scan(here, own);
  await expect(here.page.getByRole('article')).toContainText('Not yet');
  await scan(here, others);
  await expect(here.page.getByRole('article')).toContainText('till counter7');
  await here.screens.rail('Sales');
  await scan(here, own);
});
