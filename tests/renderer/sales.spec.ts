import { type Page } from 'playwright';
import { contract } from '../../shared/contract.ts';
import { type SaleSummary } from '../../shared/views/sale.ts';
import { longestPauseMs } from '../../renderer/app/scanner.ts';
import { now } from './samples/basket-samples.ts';
import { reference } from './samples/payment-samples.ts';
import { sceneNamed } from './gallery.ts';
import { refundViewOf, saleDetail, sales } from './samples/sale-samples.ts';
import { argumentsOf, button, expect, test, textbox } from './till-test.ts';

const howMany = 600;
/** Enough to fill what is in sight and some screens about it. */
const mostRowsDrawn = 300;

const manyReference = (number: number): string =>
  `counter1-k3f9-20261120-${number.toString().padStart(6, '0')}-1`;

/** A till with many sales. */
function manySales(argument: unknown): { sales: readonly SaleSummary[]; more: boolean } {
  const { beforeNumber = howMany + 1, limit } = contract.sales.list.argument.parse(argument);
  const [sample] = sales;
  if (!sample) throw new Error('There is no sample');
  const from = Math.max(1, beforeNumber - limit);
  const page = Array.from({ length: beforeNumber - from }, (_, index): SaleSummary => {
    const number = beforeNumber - 1 - index;
    const startedAt = now - (howMany - number) * 60_000;
    return { ...sample, saleId: `sale-${number}`, number, reference: manyReference(number), startedAt };
  });
  return { sales: page, more: from > 1 };
}

const rowsInSight = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('main [data-reference]')].filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      }).length,
  );

test.describe('Sales', () => {
  test('list the newest first, and more on demand', async ({ open }) => {
    const { page } = await open('sales');
    const rows = page.getByRole('main').locator('[data-reference]');
    await expect(rows).toHaveCount(50);
    await expect(rows.first()).toHaveAttribute('data-reference', reference);
    await expect(rows.first()).toHaveAttribute('data-state', 'approved');
    await expect(rows.nth(1)).toHaveAttribute('data-state', 'partly-refunded');
    await button(page, 'Show older').click();
    await expect(rows).toHaveCount(68);
    await expect(button(page, 'Show older')).toBeHidden();
  });

  test('draw the rows about what is in sight and no more, however long the list has grown', async ({
    open,
  }) => {
    const { page } = await open({
      ...sceneNamed('sales'),
      answers: { 'sales.list': { from: (argument) => manySales(argument) } },
    });
    const main = page.getByRole('main');
    const rows = main.locator('[data-reference]');
    const older = button(page, 'Show older');
    for (let shown = 50; shown < howMany; shown += 50) {
      await expect(rows.last()).toHaveAttribute('data-reference', manyReference(howMany - shown + 1));
      await older.click();
    }
    await expect(rows.last()).toHaveAttribute('data-reference', manyReference(1));
    await expect.poll(() => rows.count()).toBeLessThan(mostRowsDrawn);
    expect(await main.evaluate(({ scrollHeight }) => scrollHeight)).toBeGreaterThan(howMany * 70);

    await main.evaluate((element) => element.scrollTo(0, 0));
    await expect(rows.first()).toHaveAttribute('data-reference', manyReference(howMany));
    await expect(rows.first()).toBeInViewport();
    await expect.poll(() => rows.count()).toBeLessThan(mostRowsDrawn);
    for (const share of [0.25, 0.5, 0.75]) {
      await main.evaluate((element, at) => element.scrollTo(0, element.scrollHeight * at), share);
      // Wherever one looks there are rows, from the top of what is in sight to its end.
      await expect.poll(() => rowsInSight(page)).toBeGreaterThan(5);
      await expect.poll(() => rows.count()).toBeLessThan(mostRowsDrawn);
    }
  });

  test('open by a click anywhere on the row', async ({ open }) => {
    const { page } = await open('sales');
    await page.locator(`[data-reference="${reference}"]`).click({ position: { x: 400, y: 40 } });
    const sale = page.getByRole('article');
    await expect(sale).toHaveAttribute('data-reference', reference);
    await expect(sale).toHaveAttribute('data-state', 'approved');
    await expect(button(page, 'Refund')).toBeVisible();
  });

  test('refund the payment that the sale was paid by', async ({ open }) => {
    const { page, wire } = await open('sale');
    await button(page, 'Refund').click();
    expect(await argumentsOf(wire, 'refunds.offer')).toEqual([{ payment: { attemptId: 'attempt-1' } }]);
  });
});

test.describe('The search', () => {
  test('asks for what is typed, between the days that are picked', async ({ open }) => {
    const { page, wire } = await open('sales');
    await page.getByRole('searchbox', { name: 'Search sales' }).fill('000183');
    const rows = page.getByRole('main').locator('[data-reference]');
    await expect(rows).toHaveCount(1);
    await page.getByLabel('From', { exact: true }).fill('2026-11-20');
    await page.getByLabel('To', { exact: true }).fill('2026-11-20');
    await expect
      .poll(() => wire.callsOf('sales.list').at(-1)?.argument)
      .toMatchObject({ search: { text: '000183', from: expect.any(Number), until: expect.any(Number) } });
  });

  test('that nothing fits can be taken back with one press', async ({ open }) => {
    const { page } = await open('sales-no-match');
    await button(page, 'Show all sales').click();
    await expect(page.getByRole('main').locator('[data-reference]')).toHaveCount(50);
  });

  test('has the focus with F2', async ({ open }) => {
    const { page } = await open('sales');
    await page.keyboard.press('F2');
    await expect(page.getByRole('searchbox', { name: 'Search sales' })).toBeFocused();
  });

  test('is as it was after a look at a sale', async ({ open }) => {
    const { page } = await open('sales-store');
    await page.getByRole('searchbox').fill('counter2');
    await page.locator('[data-reference^="counter2"]').first().click();
    await button(page, 'Back').click();
    await expect(page.getByRole('searchbox')).toHaveValue('counter2');
    await expect(page.getByRole('radio', { name: 'Whole store' })).toBeChecked();
  });
});

test.describe('The whole store', () => {
  test('says of each sale where it was made', async ({ open }) => {
    const { page } = await open('sales-store');
    const row = (reference: string) => page.locator(`[data-reference="${reference}"]`);
    await expect(row('counter2-v8p4x-20261120-000091-1')).toContainText('till counter2');
    await expect(row('weborder-10077')).toContainText('another app');
    await expect(row(reference)).toContainText('this till');
  });

  test('asks for any terminal of the store', async ({ open }) => {
    const { page, wire } = await open('sales-store');
    await page.getByRole('combobox', { name: 'Terminal' }).click();
    await page.getByRole('option', { name: /T12345678-T0007/ }).click();
    await expect
      .poll(() => wire.callsOf('sales.store').at(-1)?.argument)
      .toMatchObject({ terminalId: 'T12345678-T0007' });
  });

  test('opens another till’s payment, without a refund', async ({ open }) => {
    const { page, wire } = await open('transaction');
    await expect(page.getByRole('article')).toHaveAttribute('data-state', 'partly-refunded');
    expect(await argumentsOf(wire, 'sales.transaction')).toEqual([
      { transactionId: 'T12345678.transaction-2' },
    ]);
    await expect(page.getByRole('article')).toContainText('Not yet');
  });

  test('shows this till’s own sales while Dintero can’t be read', async ({ open }) => {
    const { page } = await open('sales-store-offline');
    await expect(page.getByRole('main').locator('[data-reference]')).toHaveCount(50);
    await expect(page.getByRole('alert')).toBeVisible();
  });

  test('copies a payment for support', async ({ open }) => {
    const { page } = await open('transaction');
    await button(page, 'Copy').click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  });
});

/** What a scanner types. Time stands still, but for the pauses that it makes from one character to the next, in ms. */
async function scan(page: Page, text: string, pausesMs: readonly number[] = [0]): Promise<void> {
  for (const [index, key] of Array.from(text).entries()) {
    await page.clock.runFor(pausesMs[index % pausesMs.length] ?? 0);
    await page.keyboard.press(key);
  }
}

test.describe('A reference that is scanned', () => {
  test.beforeEach(async ({ stage }) => {
    await stage.page.clock.pauseAt(now);
  });
  test.afterEach(async ({ stage }) => {
    await stage.page.clock.resume();
    await stage.page.clock.setFixedTime(now);
  });

  for (const scene of ['sales', 'sell'] as const) {
    for (const [how, pausesMs, end] of [
      ['with Enter', [0], (page: Page) => page.keyboard.press('Enter')],
      ['with Tab', [8], (page: Page) => page.keyboard.press('Tab')],
      ['with a pause', [30], (page: Page) => page.clock.runFor(longestPauseMs)],
      ['slowly, and not evenly', [15, 90, 40, 200], (page: Page) => page.keyboard.press('Enter')],
    ] as const) {
      test(`opens its sale, ${how}, wherever the focus is on ${scene}`, async ({ open }) => {
        const { page, wire } = await open(scene);
        wire.answer('sales.find', { value: { kind: 'sale', saleId: 'sale-184' } });
        wire.answer('sales.get', { value: saleDetail() });
        await scan(page, reference, pausesMs);
        await end(page);
        await expect(page.getByRole('article')).toBeVisible();
        expect(await argumentsOf(wire, 'sales.find')).toEqual([{ reference }]);
      });
    }
  }

  test('and ended by a pause, has no use for an Enter that comes late', async ({ open }) => {
    const { page, wire } = await open('sell');
    wire.answer('sales.find', { never: true });
    await textbox(page, 'Amount').fill('12');
    await scan(page, reference);
    await page.clock.runFor(longestPauseMs);
    await argumentsOf(wire, 'sales.find');
    await page.keyboard.press('Enter');
    await expect(textbox(page, 'Amount')).toHaveValue('12');
    expect(wire.callsOf('basket.addAmount')).toEqual([]);
  });

  test('is no scan when a person types it', async ({ open }) => {
    const { page, wire } = await open('sales');
    const search = page.getByRole('searchbox');
    await search.focus();
    await scan(page, reference, [longestPauseMs + 1]);
    await page.keyboard.press('Enter');
    await expect(search).toHaveValue(reference);
    expect(wire.callsOf('sales.find')).toEqual([]);
  });

  test('opens another till’s payment', async ({ open }) => {
    const { page, wire } = await open('sales');
    const transactionId = 'T12345678.transaction-2';
    wire.answer('sales.find', { value: { kind: 'transaction', transactionId } });
    await scan(page, 'counter2-v8p4x-20261120-000091-1');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article')).toBeVisible();
    expect(await argumentsOf(wire, 'sales.transaction')).toEqual([{ transactionId }]);
  });

  test('is looked for in the whole store where nobody knows it', async ({ open }) => {
    const { page, wire } = await open('sell');
    wire.answer('sales.find', { value: null });
    await scan(page, reference);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('searchbox', { name: 'Search sales' })).toHaveValue(reference);
    await expect(page.getByRole('radio', { name: 'Whole store' })).toBeChecked();
  });

  for (const [where, focus] of [
    ['in a field', (page: Page) => page.getByRole('searchbox').focus()],
    ['on nothing', () => Promise.resolve()],
  ] as const) {
    test(`leaves nothing behind on the screen, with the focus ${where}`, async ({ open }) => {
      const { page, wire } = await open('sell');
      wire.answer('sales.find', { never: true });
      await textbox(page, 'Amount').fill('12');
      await textbox(page, 'Amount').blur();
      await focus(page);
      await scan(page, reference);
      await page.keyboard.press('Enter');
      await argumentsOf(wire, 'sales.find');
      await expect(textbox(page, 'Amount')).toHaveValue('12');
      await expect(page.getByRole('searchbox')).toHaveValue('');
      expect(wire.callsOf('basket.addAmount')).toEqual([]);
    });
  }
});

test.describe('A sale of which another till has given money back', () => {
  test('tells what went back there, beside its own refunds', async ({ open }) => {
    const { page } = await open('sale');
    const card = page.getByRole('article');
    await expect(card.getByRole('heading', { name: 'Refunded elsewhere' }).first()).toBeVisible();
    await expect(card).toContainText('counter2-v8p4x-20261120-r000003');
  });
});

test.describe('A sale that was paid twice', () => {
  test('has a refund button with each payment, told apart by the attempt', async ({ open }) => {
    const { page, wire } = await open('sale-paid-twice');
    await expect(page.getByRole('button', { name: /^Refund/ })).toHaveText([
      'Refund attempt 1',
      'Refund attempt 2',
    ]);
    await button(page, 'Refund attempt 1').click();
    await expect(textbox(page, 'Refund amount')).toBeVisible();
    expect(await argumentsOf(wire, 'refunds.offer')).toEqual([{ payment: { attemptId: 'attempt-0' } }]);
  });

  test('shows the refund that runs only with its own payment', async ({ open }) => {
    const { page, wire } = await open('sale-paid-twice');
    wire.push('refund', refundViewOf({ attemptId: 'attempt-1', state: 'running' }));
    await button(page, 'Refund attempt 1').click();
    await expect(textbox(page, 'Refund amount')).toBeVisible();
    await button(page, 'Back to sale').click();
    await button(page, 'Refund attempt 2').click();
    await expect(page.getByTestId('refund')).toHaveAttribute('data-state', 'running');
  });

  test('says of which payment each refund is', async ({ open }) => {
    const { page } = await open('sale-paid-twice');
    await expect(page.getByRole('article')).toContainText('of attempt 2');
  });
});

test.describe('A sale of which a manager has said what became of it', () => {
  for (const [scene, state, words] of [
    ['sale-marked-paid', 'marked-paid', 'Marked as paid by Ida Berg'],
    ['sale-marked-not-paid', 'marked-not-paid', 'Marked as not paid by Ida Berg'],
  ] as const) {
    test(`says who, when and why, ${state} (P20)`, async ({ open }) => {
      const { page } = await open(scene);
      const sale = page.getByRole('article');
      await expect(sale).toHaveAttribute('data-state', state);
      await expect(sale).toContainText(words);
      await expect(sale).toContainText('20 November 2026 at 13:56');
      await expect(sale).toContainText('Dintero has not told the outcome');
      await expect(page.getByRole('button', { name: /^Refund/ })).toHaveCount(0);
    });
  }

  test('says that Dintero has told the outcome since', async ({ open }) => {
    const { page } = await open('sale-marked-and-told');
    await expect(page.getByRole('article')).toHaveAttribute('data-state', 'approved');
    await expect(page.getByRole('article')).toContainText('Dintero has told the outcome since');
  });

  test('keeps the reason whole', async ({ open }) => {
    const { page } = await open('sale-marked-not-paid');
    await expect(page.getByRole('article')).toContainText('the customer paid in cash instead.');
  });
});

test.describe('What could not be read', () => {
  for (const [scene, call] of [
    ['sales-unread', 'sales.list'],
    ['sale-unread', 'sales.get'],
    ['refund-unread', 'refunds.offer'],
  ] as const) {
    test(`is read again, ${scene}`, async ({ open }) => {
      const { page, wire } = await open(scene);
      const before = wire.callsOf(call).length;
      await button(page, 'Read again').click();
      await expect.poll(() => wire.callsOf(call).length).toBe(before + 1);
    });
  }
});
