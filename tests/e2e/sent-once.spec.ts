import { type CuttingRelay, type Cut, startCuttingRelay } from './cutting-relay.ts';
import { approveRefund, sellAndOpenRefund } from './refund-walk.ts';
import { capturesOf, entries, expect, promptsOf, test as base } from './till-test.ts';

/**
 * The built app behind a relay that cuts its requests about money: whatever it is made of, each is seen once
 * (rules P3, R2).
 */

const { terminalId } = entries;
const createCall = /^\/v1\/sessions-profile$/;
const refundCall = /^\/v1\/transactions\/[^/]+\/refund$/;

const test = base.extend<{ relay: CuttingRelay }>({
  relay: async ({ sandbox }, use) => {
    const relay = await startCuttingRelay(sandbox.url);
    await use(relay);
    await relay.close();
  },
});

const behind = (relay: CuttingRelay) => ({ TILLSIDE_CHECKOUT_URL: relay.url });

const there: Cut = 'on the way there';
const back: Cut = 'on the way back';

test('A charge that is cut off on the way there is sent once, also over a restart (P3)', async ({
  open,
  sandbox,
  relay,
}) => {
  relay.cut(createCall, there);
  const env = { ...behind(relay), TILLSIDE_DEADLINE_MS: '1500' };
  const first = await open({ env });
  await first.screens.addAmount('399.00');
  await first.screens.button(/^Charge/).click();
  await first.screens.paymentIs('unknown');
  await first.kill();

  const second = await open({ env, profileDir: first.profileDir });
  await second.screens.paymentIs('unknown');
  expect([relay.posts(createCall), promptsOf(sandbox)]).toEqual([1, 0]);
});

test('A charge whose reply is cut off is sent once, and found (P3, P15)', async ({
  open,
  sandbox,
  relay,
}) => {
  relay.cut(createCall, back);
  const { screens } = await open({ env: behind(relay) });
  await screens.charge('399.00');
  sandbox.press(terminalId, 'tap');
  await screens.paymentIs('approved');
  expect([relay.posts(createCall), promptsOf(sandbox), capturesOf(sandbox)]).toEqual([1, 1, 1]);
});

test('A charge does not go out on a connection that was reset while the basket was filled', async ({
  open,
  sandbox,
  relay,
}) => {
  const { screens } = await open({ env: behind(relay) });
  await screens.addAmount('250.00');
  await screens.basketIs(25_000);
  relay.resetAll();
  await screens.charge('149.00');
  sandbox.press(terminalId, 'tap');
  await screens.paymentIs('approved');
  expect([relay.posts(createCall), promptsOf(sandbox)]).toEqual([1, 1]);
});

test('A refund that is cut off on the way there is sent once, also over a restart (R2)', async ({
  open,
  sandbox,
  relay,
}) => {
  relay.cut(refundCall, there);
  const first = await open({ env: behind(relay) });
  await sellAndOpenRefund(first.screens, () => sandbox.press(terminalId, 'tap'));
  await approveRefund(first.screens);
  await first.screens.button(/^Refund .*399/).click();
  await expect(first.page.getByTestId('refund')).toContainText('reply got lost');
  await first.kill();

  const readsBefore = sandbox.requests().length;
  await open({ env: behind(relay), profileDir: first.profileDir });
  await expect
    .poll(() => sandbox.requests().slice(readsBefore).filter(isTransactionRead).length)
    .toBeGreaterThan(1);
  expect([relay.posts(refundCall), sandbox.ledger().filter(({ what }) => what === 'refunded')]).toEqual([
    1,
    [],
  ]);
});

test('A refund whose reply is cut off is sent once, and found (R2)', async ({ open, sandbox, relay }) => {
  relay.cut(refundCall, back);
  const { screens } = await open({ env: behind(relay) });
  await sellAndOpenRefund(screens, () => sandbox.press(terminalId, 'tap'));
  await approveRefund(screens);
  await screens.button(/^Refund .*399/).click();
  await screens.refundIsDone();
  expect(relay.posts(refundCall)).toBe(1);
});

const isTransactionRead = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method === 'GET' && /^\/v1\/transactions\/[^/]+$/.test(path);
