import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { entries, expect, test } from './till-test.ts';

/** The files of a profile, but for the keyring, which is where secrets belong, and the browser's own. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === '.keyring') return [];
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

test('No secret, token or PIN reaches a file, the page or the log (E2)', async ({ open, sandbox }) => {
  const till = await open();
  const { screens, page } = till;
  await screens.charge('399.00');
  sandbox.press(entries.terminalId, 'tap');
  await screens.paymentIs('approved');
  const reference = await screens.paymentReference();
  await screens.rail('Sales');
  await screens.sale(reference).click();
  await screens.button('Refund').click();
  await screens.choose('Reason', /Customer return/);
  await screens.choose('Approved by', new RegExp(entries.manager.name));
  await screens.field('PIN').fill(entries.manager.pin);
  await screens.button(/^Refund .*399/).click();
  await screens.refundIsDone();
  const html = await page.content();
  await till.close();

  const tokens = sandbox
    .requests()
    .flatMap(({ headers }) => /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? []);
  const planted = [...new Set([entries.clientSecret, entries.manager.pin, ...tokens])];
  expect(planted.length, 'there is a token to look for').toBeGreaterThan(2);

  const places = new Map<string, string>([
    ['the page', html],
    ['what main printed', till.log.join('\n')],
    ...filesBelow(till.profileDir).map((file): [string, string] => [file, readFileSync(file, 'latin1')]),
  ]);
  expect(places.size, 'there are files to look in').toBeGreaterThan(4);
  const found = [...places].flatMap(([place, content]) =>
    planted.filter((secret) => content.includes(secret)).map((secret) => `${secret} in ${place}`),
  );
  expect(found).toEqual([]);
});
