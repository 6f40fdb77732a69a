import { approveRefund, openRefund, sellAndOpenRefund } from './refund-walk.ts';
import { entries, expect, expectAccessible, test } from './till-test.ts';

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
