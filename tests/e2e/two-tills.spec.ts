import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { pairTill } from '../host/pairing-walk.ts';
import { attribute } from '../host/screens.ts';
import { approveRefund, sellAndOpenRefund } from './refund-walk.ts';
import { type OpenTill, entries, expect, test as base } from './till-test.ts';

/** Two running apps at one Dintero: the second till refunds what the first has sold. */

const { terminalId } = entries;
const second = { ...entries, terminalId: 'T00000001-T0002', tillName: 'Counter 8' };

const test = base.extend<{ tills: readonly [OpenTill, OpenTill] }>({
  tills: async ({ open, newProfile }, use) => {
    const first = await open();
    const other = await open({ profileDir: newProfile() });
    await other.screens.button('Connect to Dintero').click();
    await pairTill(other.screens, second);
    await use([first, other]);
  },
});

const transactionOf = (sandbox: Sandbox) => {
  const [transaction] = sandbox.transactions();
  if (!transaction) throw new Error('Nothing was sold');
  return transaction;
};

/** Opens the refund of a sale that this till did not make. */
async function openRefundElsewhere({ screens, page }: OpenTill, reference: string): Promise<void> {
  await screens.rail('Sales');
  await page.getByRole('radio', { name: 'Whole store', exact: true }).click();
  await screens.sale(reference).click();
  await screens.button('Refund').click();
  await screens.field('Refund amount').waitFor();
}

/** Holds the next two refund calls until both have arrived. */
function together(sandbox: Sandbox): void {
  const both = Promise.withResolvers<undefined>();
  let arrived = 0;
  sandbox.disturb({
    method: 'POST',
    path: /\/refund$/,
    times: 2,
    trouble: {
      kind: 'hold',
      part: 'request',
      get until() {
        arrived += 1;
        if (arrived === 2) both.resolve(undefined);
        return both.promise;
      },
    },
  });
}

const refunded = (sandbox: Sandbox): readonly number[] =>
  sandbox
    .ledger()
    .filter(({ what }) => what === 'refunded')
    .map(({ amount }) => amount);

const overlapOnDesk = async ({ screens, page }: OpenTill): Promise<void> => {
  await screens.rail('Desk');
  await expect(page.getByRole('main')).toContainText('Two refunds were taken at the same moment');
};

/** The first till sells 250.00 and 149.00, and both open the refund of all of it. Gives the sale's reference. */
async function openBoth([first, other]: readonly [OpenTill, OpenTill], sandbox: Sandbox): Promise<string> {
  const reference = await sellAndOpenRefund(first.screens, () => sandbox.press(terminalId, 'tap'));
  await openRefundElsewhere(other, reference);
  return reference;
}

/** Leaves a line out of the refund that is open. */
const leaveOut = ({ page }: OpenTill, line: number): Promise<void> =>
  page.getByRole('checkbox').nth(line).click();

/** Both tills confirm, and Dintero has both calls before it answers either. */
async function confirmBoth(
  tills: readonly [OpenTill, OpenTill],
  sandbox: Sandbox,
  confirm: RegExp,
): Promise<void> {
  for (const { screens } of tills) await approveRefund(screens);
  together(sandbox);
  await Promise.all(tills.map(({ screens }) => screens.button(confirm).click()));
}

/** How the refunds in front of the two tills have ended. */
async function ended(tills: readonly OpenTill[]): Promise<readonly (string | null)[]> {
  const states = await Promise.all(
    tills.map(({ page }) => attribute(page.getByTestId('refund'), 'data-state')),
  );
  return states.toSorted();
}

test('Two tills refund the whole sale at the same moment, and exactly one succeeds (R4)', async ({
  tills,
  sandbox,
}) => {
  await openBoth(tills, sandbox);
  await confirmBoth(tills, sandbox, /^Refund .*399/);
  await expect.poll(() => ended(tills)).toEqual(['done', 'refused']);
  expect(refunded(sandbox)).toEqual([39_900]);
  expect(transactionOf(sandbox).status).toBe('REFUNDED');
});

test('Two tills refund the same line where Dintero checks lines, and one succeeds (R4)', async ({
  tills,
  sandbox,
}) => {
  await openBoth(tills, sandbox);
  for (const till of tills) await leaveOut(till, 0);
  await confirmBoth(tills, sandbox, /^Refund .*149/);
  await expect.poll(() => ended(tills)).toEqual(['done', 'refused']);
  expect(refunded(sandbox)).toEqual([14_900]);
});

test('Two tills refund the same line where Dintero checks the sum only: it is on the desk of each (R4)', async ({
  tills,
  sandbox,
}) => {
  sandbox.setOptions({ refundLineCeiling: false });
  await openBoth(tills, sandbox);
  for (const till of tills) await leaveOut(till, 0);
  await confirmBoth(tills, sandbox, /^Refund .*149/);
  await expect.poll(() => ended(tills)).toEqual(['done', 'done']);
  expect(refunded(sandbox)).toEqual([14_900, 14_900]);
  for (const till of tills) await overlapOnDesk(till);
});

test('A sale of another till is refunded, and the till that sold it sees that', async ({
  tills,
  sandbox,
}) => {
  const [first, other] = tills;
  await openBoth(tills, sandbox);
  await leaveOut(other, 1);
  await approveRefund(other.screens);
  await other.screens.button(/^Refund .*250/).click();
  await expect.poll(() => refunded(sandbox)).toEqual([25_000]);
  expect(sandbox.requests().findLast(({ path }) => path.endsWith('/refund'))?.body).toMatchObject({
    terminal_id: second.terminalId,
    items: [{ line_id: '1', amount: 25_000, quantity: 1 }],
  });

  await approveRefund(first.screens);
  await first.screens.button(/^Refund .*399/).click();
  await expect(first.page.locator('[role=alert][data-code="input.changed-meanwhile"]')).toBeVisible();
  await first.screens.button('Read again').click();
  await expect(first.screens.field('Refund amount')).toHaveValue('149.00');
});
