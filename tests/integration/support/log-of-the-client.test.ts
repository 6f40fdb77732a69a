import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type DinteroClient, createDinteroClient } from '../../../electron/dintero/client.ts';
import { systemClock } from '../../../electron/support/clock.ts';
import { openLog } from '../../../electron/support/log.ts';
import { Redactor } from '../../../electron/support/redact.ts';
import { ok } from '../../../shared/result.ts';
import { unobserved } from '../dintero/client.ts';
import { type Behaviour, answering, isWhole, startRawServer } from '../dintero/raw-server.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const clientSecret = 'planted-client-secret';
const accessToken = 'planted-access-token';

/** A server that is so helpful as to repeat all that it was sent, in JSON and in a form of its own. */
const repeating: Behaviour = (socket, received) => {
  const request = received();
  if (!isWhole(request)) return;
  const body = JSON.stringify({ error: { message: 'refused', received: JSON.stringify({ request }) } });
  answering(403, body)(socket, received);
};

let folder: string;
let dintero: DinteroClient;

beforeEach(async () => {
  folder = temporaryFolder();
  const login = await startRawServer(
    answering(200, JSON.stringify({ access_token: accessToken, token_type: 'Bearer', expires_in: 3_600 })),
  );
  const checkout = await startRawServer(repeating);
  const redactor = new Redactor();
  dintero = createDinteroClient({
    addresses: { checkout: checkout.origin, api: login.origin },
    accountId: 'T12345678',
    credentials: () => Promise.resolve(ok({ accountId: 'T12345678', clientId: 'client', clientSecret })),
    clock: systemClock,
    log: openLog(folder, systemClock, redactor),
    version: '1.2.3',
    observer: unobserved,
    proxyFor: () => Promise.resolve(undefined),
    onSecret: (secret) => redactor.learn(secret),
    onLogin: () => undefined,
  });
  onTestFinished(async () => {
    await dintero.close();
    await Promise.all([login.close(), checkout.close()]);
  });
  await dintero.token.renew();
});

const logText = (): string =>
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('');

describe('The log of a client whose server repeats what it was sent (E2)', () => {
  it('has the refusal', async () => {
    await dintero.transactions.get('transaction-1', 1);
    expect(logText()).toContain('"event":"dintero.refusal"');
  });

  it('has neither the token nor the client’s secret', async () => {
    await dintero.transactions.get('transaction-1', 1);
    expect(logText()).not.toMatch(/planted/);
  });
});
