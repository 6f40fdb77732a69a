import { approveRefund, openRefund, sellAndOpenRefund } from './refund-walk.ts';
import { type OpenTill, entries, expect, expectAccessible, test } from './till-test.ts';

const { terminalId } = entries;

test('Confirming what is offered refunds the whole sale (R1)', async ({ open, sandbox }) => {
  const till = await open();
  const { screens } = till;
  const reference = await sellAndOpenRefund(screens, () => sandbox.press(terminalId, 'tap'));
  await expectAccessible(till);
  await approveRefund(screens);
  await screens.button(/^Refund .*399/).click();
  await screens.refundIsDone();
  await expectAccessible(till);
  await screens.rail('Sales');
  await expect(screens.sale(reference)).toHaveAttribute('data-state', 'refunded');
  expect(sandbox.transactions().map(({ status }) => status)).toEqual(['REFUNDED']);
});

test('One line is refunded alone', async ({ open, sandbox }) => {
  const { screens, page } = await open();
  await sellAndOpenRefund(screens, () => sandbox.press(terminalId, 'tap'));
  await page.getByRole('checkbox').nth(0).click();
  await approveRefund(screens);
  await screens.button(/^Refund .*149/).click();
  await screens.refundIsDone();
  const [entry] = sandbox.ledger().filter(({ what }) => what === 'refunded');
  expect(entry?.amount).toBe(14_900);
});

test('An amount that is typed is refunded, and the rest stays (R1)', async ({ open, sandbox }) => {
  const { screens } = await open();
  const reference = await sellAndOpenRefund(screens, () => sandbox.press(terminalId, 'tap'));
  await screens.field('Refund amount').fill('99,50');
  await approveRefund(screens);
  await screens.button(/^Refund .*99\.50/).click();
  await screens.refundIsDone();
  await openRefund(screens, reference);
  await expect(screens.field('Refund amount')).toHaveValue('299.50');
});

test('More than what remains is refused, and nothing is sent (R1)', async ({ open, sandbox }) => {
  const { screens, page } = await open();
  await sellAndOpenRefund(screens, () => sandbox.press(terminalId, 'tap'));
  await screens.field('Refund amount').fill('399.01');
  await approveRefund(screens);
  await screens.button(/^Refund .*399\.01/).click();
  await expect(page.locator('[role=alert][data-code="input.refund-over-remainder"]')).toBeVisible();
  expect(sandbox.requests().filter(({ path }) => path.endsWith('/refund'))).toEqual([]);
});

test('A wrong PIN refunds nothing (R5)', async ({ open, sandbox }) => {
  const { screens, page } = await open();
  await sellAndOpenRefund(screens, () => sandbox.press(terminalId, 'tap'));
  await approveRefund(screens, '0000');
  await screens.button(/^Refund .*399/).click();
  await expect(page.locator('[role=alert][data-code="input.pin-wrong"]')).toBeVisible();
  expect(sandbox.requests().filter(({ path }) => path.endsWith('/refund'))).toEqual([]);
});

test('A refund whose reply was lost is found again, and not sent again (R2)', async ({ open, sandbox }) => {
  const { screens } = await open();
  await sellAndOpenRefund(screens, () => sandbox.press(terminalId, 'tap'));
  await approveRefund(screens);
  sandbox.disturb({ method: 'POST', path: /\/refund$/, trouble: { kind: 'lose-reply' } });
  await screens.button(/^Refund .*399/).click();
  await screens.refundIsDone();
  expect(sandbox.requests().filter(({ path }) => path.endsWith('/refund'))).toHaveLength(1);
});

test('A refund that is answered with 200 is done when its event says so (R3)', async ({ open, sandbox }) => {
  sandbox.setOptions({ refundReply: 200 });
  const { screens } = await open();
  await sellAndOpenRefund(screens, () => sandbox.press(terminalId, 'tap'));
  await approveRefund(screens);
  await screens.button(/^Refund .*399/).click();
  await screens.refundIsDone();
});

test('A refund that runs on the terminal goes on after the till was killed', async ({ open, sandbox }) => {
  sandbox.setOptions({ refundConfirmed: 'by-customer' });
  const first = await open();
  const reference = await sellAndOpenRefund(first.screens, () => sandbox.press(terminalId, 'tap'));
  await approveRefund(first.screens);
  await first.screens.button(/^Refund .*399/).click();
  await expect(first.page.getByTestId('refund')).toHaveAttribute('data-state', 'running');
  await first.kill();

  const second = await open({ profileDir: first.profileDir });
  sandbox.press(terminalId, 'tap');
  await second.screens.rail('Sales');
  await expect(second.screens.sale(reference)).toHaveAttribute('data-state', 'refunded');
  expect(sandbox.requests().filter(({ path }) => path.endsWith('/refund'))).toHaveLength(1);
});

test('A refund that Dintero takes and that fails later is told in words, and gave nothing back (R3)', async ({
  open,
  sandbox,
}) => {
  sandbox.setOptions({ laterMs: 1_500 });
  const { screens, page } = await open();
  await sellAndOpenRefund(screens, () => sandbox.press(terminalId, 'tap'));
  await screens.field('Refund amount').fill('1.17');
  await approveRefund(screens);
  await screens.button(/^Refund .*1\.17/).click();
  const refund = page.getByTestId('refund');
  await expect(refund).toHaveAttribute('data-state', 'running');
  await expect(refund).toHaveAttribute('data-state', 'failed');
  await expect(refund).toContainText('The card issuer or the customer refused the refund.');
  await expect(refund).toContainText('The money stays where it was.');
  expect(sandbox.ledger().filter(({ what }) => what === 'refunded')).toEqual([]);
});

/** The VAT that the refund screen tells, rate by rate, in minor units. */
async function vatTold({ page }: OpenTill): Promise<Readonly<Record<string, number>>> {
  const text = await page.getByText(/^\d+%: [\d.,]+( · |$)/).innerText();
  return Object.fromEntries(
    [...text.matchAll(/(\d+)%: ([\d.,]+)/g)].map(([, rate = '', vat = '']) => [
      rate,
      Number(vat.replaceAll(/[.,]/g, '')),
    ]),
  );
}

test('A discounted basket of four rates is refunded by line, and its VAT adds up', async ({
  open,
  sandbox,
}) => {
  const till = await open();
  const { screens, page } = till;
  for (const [rate, amount] of [
    ['25%', '199.50'],
    ['15%', '126.00'],
    ['12%', '399.00'],
    ['0%', '349.00'],
  ] as const) {
    await page.getByRole('radio', { name: rate, exact: true }).click();
    await screens.addAmount(amount);
  }
  await screens.basketIs(107_350);
  // A quarter off the last line, and 33.33 off all of it.
  await page.keyboard.press('F6');
  await screens.field('Discount').fill('25%');
  await screens.button('Give discount').click();
  await screens.basketIs(98_625);
  await page.keyboard.press('F7');
  await screens.field('Discount').fill('33,33');
  await page.getByRole('radio', { name: 'kr' }).click();
  await screens.button('Give discount').click();
  await screens.basketIs(95_292);
  await expectAccessible(till);
  await screens.button(/^Charge/).click();
  await screens.paymentIs('waiting-customer');
  sandbox.press(terminalId, 'tap');
  await screens.paymentIs('approved');
  const reference = await screens.paymentReference();
  await screens.button('New sale').click();

  const [transaction] = sandbox.transactions();
  const sold = Object.fromEntries(
    (transaction?.items ?? []).map((item) => [String(item['vat']), Number(item['vat_amount'])]),
  );
  expect(transaction?.items?.reduce((sum, { amount }) => sum + amount, 0)).toBe(95_292);

  await openRefund(screens, reference);
  for (const index of [1, 2, 3]) await page.getByRole('checkbox').nth(index).click();
  const first = await vatTold(till);
  await approveRefund(screens);
  await screens.button(/^Refund /).click();
  await screens.refundIsDone();
  await openRefund(screens, reference);
  const rest = await vatTold(till);
  const told = Object.fromEntries(
    Object.keys(sold).map((rate) => [rate, (first[rate] ?? 0) + (rest[rate] ?? 0)]),
  );
  expect(told).toEqual(sold);
  await approveRefund(screens);
  await screens.button(/^Refund /).click();
  await screens.refundIsDone();
  expect(sandbox.transactions().map(({ status }) => status)).toEqual(['REFUNDED']);
});

test('A reservation is released while nothing is captured, and no money was taken (R6)', async ({
  open,
  sandbox,
}) => {
  sandbox.setOptions({ lingeringCaptureMs: null });
  const till = await open();
  const { screens, page } = till;
  await screens.charge('1.11');
  sandbox.press(terminalId, 'tap');
  await screens.paymentIs('authorized');
  const reference = await screens.paymentReference();
  await screens.rail('Sales');
  await screens.sale(reference).click();
  await screens.button(/^Release the reservation/).click();
  await expect(page.getByRole('alertdialog')).toContainText(
    'The reservation is released; no money was taken.',
  );
  await expectAccessible(till);
  await screens.choose('Reason', /Customer changed their mind/);
  await screens.choose('Approved by', new RegExp(entries.manager.name));
  await screens.field('PIN').fill(entries.manager.pin);
  await screens.button('Release').click();
  await expect(page.getByRole('article')).toHaveAttribute('data-state', 'cancelled');
  expect(sandbox.transactions().map(({ status }) => status)).toEqual(['AUTHORIZATION_VOIDED']);
  expect(sandbox.requests().filter(({ path }) => path.endsWith('/void'))).toHaveLength(1);
});
