import { capturesOf, entries, expect, expectAccessible, promptsOf, test } from './till-test.ts';

const { terminalId } = entries;

/** A deadline that a test can wait for. */
const soon = { TILLSIDE_DEADLINE_MS: '1500' };

test('A payment whose reply was lost is found again, and not sent again (P15)', async ({ open, sandbox }) => {
  const { screens } = await open();
  sandbox.disturb({ method: 'POST', path: /sessions-profile/, trouble: { kind: 'lose-reply' } });
  await screens.charge('399.00');
  sandbox.press(terminalId, 'tap');
  await screens.paymentIs('approved');
  expect([promptsOf(sandbox), capturesOf(sandbox)]).toEqual([1, 1]);
});

test('After the deadline the outcome is unknown; set aside, it alarms when it is approved late (P10, P18)', async ({
  open,
  sandbox,
}) => {
  const till = await open({ env: soon });
  const { screens, page } = till;
  await screens.charge('399.00');
  await screens.paymentIs('unknown');
  await expectAccessible(till);
  const reference = await screens.paymentReference();

  await screens.button('Set aside').click();
  await screens.isSelling();
  await screens.rail('Desk');
  await expect(screens.sale(reference)).toHaveAttribute('data-state', 'unknown');
  await expectAccessible(till);

  sandbox.press(terminalId, 'tap');
  const alarm = page.getByRole('alert').filter({ hasText: 'Perhaps paid twice' });
  await expect(alarm).toBeVisible();
  await expectAccessible(till);
});

test('A till that was killed while it waited takes the payment up again (P19)', async ({ open, sandbox }) => {
  const first = await open();
  await first.screens.charge('399.00');
  const reference = await first.screens.paymentReference();
  await first.kill();

  sandbox.press(terminalId, 'tap');
  const second = await open({ profileDir: first.profileDir });
  await second.screens.paymentIs('approved');
  expect(await second.screens.paymentReference()).toBe(reference);
  expect([promptsOf(sandbox), capturesOf(sandbox)]).toEqual([1, 1]);
});

test('A till that was killed while it waited still waits after the restart', async ({ open, sandbox }) => {
  const first = await open();
  await first.screens.charge('399.00');
  await first.kill();
  const second = await open({ profileDir: first.profileDir });
  await second.screens.paymentIs('waiting-customer');
  sandbox.press(terminalId, 'tap');
  await second.screens.paymentIs('approved');
});

test('A payment that failed and is approved after all raises an alarm (P13)', async ({ open, sandbox }) => {
  const { screens, page } = await open();
  await screens.charge('1.15');
  sandbox.press(terminalId, 'tap');
  await screens.paymentIs('failed');
  await expect(page.getByRole('alert').filter({ hasText: 'Approved after all' })).toBeVisible();
});
