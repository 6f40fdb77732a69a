import { expect, test } from './till-test.ts';

// What the page complains of here is what is wanted.
test.use({ checksLog: false });

test('The page has no network, no Node and no way out', async ({ open, sandbox }) => {
  const { page } = await open();
  const url = page.url();
  const before = sandbox.requests().length;
  const reached = await page.evaluate(async (address) => {
    const tries = {
      fetch: () => fetch(address),
      window: () => {
        if (window.open(address) === null) throw new Error('refused');
      },
      require: () => {
        if (!('require' in window) && !('process' in window)) throw new Error('not there');
      },
    };
    const worked: string[] = [];
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        await attempt();
        worked.push(name);
      } catch {
        // That is what should happen.
      }
    }
    return worked;
  }, sandbox.url);
  expect(reached).toEqual([]);
  expect(page.url()).toBe(url);
  expect(
    sandbox
      .requests()
      .slice(before)
      .filter(({ path }) => path === '/'),
  ).toEqual([]);
});

test('The bridge answers a call that the contract does not know with a fault', async ({ open }) => {
  const { page } = await open();
  const answer = await page.evaluate(() =>
    window.tillside.call('keychain.read', { name: 'paired/client-secret' }),
  );
  expect(answer).toMatchObject({ ok: false });
});

test('A locked till takes no sale, whatever the page asks for', async ({ open, sandbox }) => {
  const { screens, page } = await open();
  await screens.addAmount('399.00');
  await screens.button('Lock').click();
  await screens.field('PIN').waitFor();
  const answer = await page.evaluate(() =>
    window.tillside.call('payments.charge', {
      acceptRisk: false,
      basketId: '',
      total: 39_900,
      terminalId: '',
    }),
  );
  expect(answer).toEqual({ ok: false, error: { code: 'setup.locked' } });
  expect(sandbox.requests().filter(({ path }) => path === '/v1/sessions-profile')).toEqual([]);
});
