import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { trainingAccountId, trainingClients } from '../../../electron/sandbox/training-account.ts';
import { fault } from '../../../shared/fault.ts';
import { err } from '../../../shared/result.ts';
import { Desktop, freshService } from '../keychain/desktop.ts';
import { memorySecrets } from '../payments/in-memory.ts';
import { createCall, loginCall } from '../payments/calls.ts';
import { manager } from '../payments/people.ts';
import { type AccountBench, managerPin, must, openAccount, terminalId } from './open-account.ts';

const approval = { reason: 'We close', approverId: manager.id, pin: managerPin };
const { full, checkoutOnly } = trainingClients;
const rotated = { ...full, clientSecret: 'a new secret' };

/** Dintero has given the till's client another secret. */
const rotate = ({ sandbox }: AccountBench, scopes = ['admin:checkout', 'admin:accounts']): void =>
  sandbox.setClient({ ...rotated, scopes });

describe('a new client secret', () => {
  it('is used once it was tried, and nothing is left of the old one', async () => {
    const bench = await openAccount();
    rotate(bench);
    expect(await bench.calls.pairing.replaceClient(rotated)).toEqual({ ok: true, value: null });
    expect(await bench.secretsLeft()).toEqual([
      `paired/account-id: ${trainingAccountId}`,
      `paired/client-id: ${full.clientId}`,
      'paired/client-secret: a new secret',
    ]);
  });

  it('that Dintero does not take changes nothing', async () => {
    const bench = await openAccount();
    expect(await bench.calls.pairing.replaceClient(rotated)).toMatchObject({
      error: { code: 'setup.login' },
    });
    expect(await bench.secretsLeft()).toContain(`paired/client-secret: ${full.clientSecret}`);
  });

  it('of a client that may not read payments changes nothing, and says which scope is missing', async () => {
    const bench = await openAccount();
    rotate(bench, ['read:accounts']);
    expect(await bench.calls.pairing.replaceClient(rotated)).toEqual({
      ok: false,
      error: { code: 'setup.rights', detail: { scope: 'read:checkout' } },
    });
    expect(await bench.secretsLeft()).toContain(`paired/client-secret: ${full.clientSecret}`);
  });

  it.each([
    ['no client ID', { clientId: ' ', clientSecret: 'secret' }, 'clientId'],
    ['no secret', { clientId: 'client', clientSecret: '' }, 'clientSecret'],
  ])('with %s is refused at its field, and nothing is sent', async (_, typed, field) => {
    const bench = await openAccount();
    await bench.until(() => bench.slices.basket.blocked === undefined);
    const before = bench.sandbox.requests().filter(({ path }) => loginCall.test(path)).length;
    expect(await bench.calls.pairing.replaceClient(typed)).toMatchObject({
      error: { code: 'input.required', field },
    });
    expect(bench.sandbox.requests().filter(({ path }) => loginCall.test(path))).toHaveLength(before);
  });

  it('leaves a payment that waits as it is, and the next one goes with it', async () => {
    const bench = await openAccount();
    const attemptId = await bench.charge(39_900);
    rotate(bench);
    must(await bench.calls.pairing.replaceClient(rotated));
    // Whoever rotates a secret ends what went with the old one.
    bench.sandbox.revokeTokens();
    bench.sandbox.press(terminalId, 'tap');
    await bench.until(() => bench.slices.payment?.shown === 'approved');
    expect(bench.slices.payment?.attempt.attemptId).toBe(attemptId);
    must(await bench.calls.payments.newSale({ attemptId }));
    await bench.charge(10_000);
    expect(bench.sandbox.requests().filter(({ path }) => createCall.test(path))).toHaveLength(2);
  });

  it('may come with another client', async () => {
    const bench = await openAccount();
    must(await bench.calls.pairing.replaceClient(checkoutOnly));
    expect(bench.slices.pairing.paired?.clients).toEqual({ checkout: checkoutOnly.clientId });
  });

  it('is not undone by a wizard that was left with the old one', async () => {
    const bench = await openAccount();
    must(await bench.calls.pairing.begin({}));
    must(await bench.calls.pairing.connect({ accountId: trainingAccountId, ...full }));
    must(await bench.calls.pairing.leave());
    rotate(bench);
    must(await bench.calls.pairing.replaceClient(rotated));
    must(await bench.calls.pairing.begin({}));
    must(await bench.calls.pairing.finish({ managerName: 'Kari', pin: managerPin, repeatPin: '' }));
    expect(await bench.secretsLeft()).toEqual([
      `paired/account-id: ${trainingAccountId}`,
      `paired/client-id: ${full.clientId}`,
      'paired/client-secret: a new secret',
    ]);
  });

  it('that the keychain does not take leaves the old client whole', async () => {
    const secrets = memorySecrets();
    const bench = await openAccount({
      secrets: {
        ...secrets,
        write: async (name, secret) =>
          name === 'paired/client-id' && secret !== full.clientId
            ? err(fault('setup.keychain-locked'))
            : await secrets.write(name, secret),
      },
    });
    expect(await bench.calls.pairing.replaceClient(checkoutOnly)).toMatchObject({
      error: { code: 'setup.keychain-locked' },
    });
    expect(await bench.secretsLeft()).toEqual([
      `paired/account-id: ${trainingAccountId}`,
      `paired/client-id: ${full.clientId}`,
      `paired/client-secret: ${full.clientSecret}`,
    ]);
  });
});

describe('the ids of the API clients', () => {
  it('are known of a till that was paired before they were kept', async () => {
    const bench = await openAccount();
    await bench.until(() => bench.slices.pairing.paired?.clients !== undefined);
    expect(bench.slices.pairing.paired?.clients).toEqual({ checkout: full.clientId });
  });

  it('are shown, and no secret is (E2)', async () => {
    const bench = await openAccount({ client: checkoutOnly });
    must(await bench.calls.pairing.useManagement(full));
    expect(bench.slices.pairing.paired?.clients).toMatchObject({ management: full.clientId });
    expect(JSON.stringify(bench.slices)).not.toContain(full.clientSecret);
  });
});

describe('a second API client', () => {
  it('manages what the first may not', async () => {
    const bench = await openAccount({ client: checkoutOnly });
    const before = await bench.calls.stores.list();
    must(await bench.calls.pairing.useManagement(full));
    expect([before, await bench.calls.stores.list()]).toMatchObject([
      { ok: false, error: { code: 'setup.rights', detail: { scope: 'read:accounts' } } },
      { ok: true },
    ]);
  });

  it('reads how the till’s terminal is, which the first may not', async () => {
    const bench = await openAccount({ client: checkoutOnly });
    must(await bench.calls.pairing.useManagement(full));
    must(await bench.calls.terminal.refresh());
    expect(bench.slices.tillTerminals?.terminals).toMatchObject([{ terminalId, status: 'ACTIVE' }]);
  });

  it('never has to do with money', async () => {
    const bench = await openAccount({ client: checkoutOnly });
    must(await bench.calls.pairing.useManagement(full));
    bench.sandbox.setClient({ ...full, scopes: ['admin:accounts'] });
    const attemptId = await bench.charge(39_900);
    bench.sandbox.press(terminalId, 'tap');
    await bench.until(() => bench.slices.payment?.shown === 'approved');
    expect(bench.slices.payment?.attempt.attemptId).toBe(attemptId);
  });

  it.each([
    ['Dintero does not take', { clientId: 'nobody', clientSecret: 'wrong' }, { code: 'setup.login' }],
    ['may not read the account', checkoutOnly, { code: 'setup.rights', detail: { scope: 'read:accounts' } }],
  ])('that %s is not kept, and says why', async (_, typed, error) => {
    const bench = await openAccount({ client: checkoutOnly });
    expect(await bench.calls.pairing.useManagement(typed)).toMatchObject({ error });
    expect((await bench.secretsLeft()).filter((item) => item.startsWith('management'))).toEqual([]);
  });

  it('is gone from the keychain when it is removed, and the first one manages again', async () => {
    const bench = await openAccount({ client: checkoutOnly });
    must(await bench.calls.pairing.useManagement(full));
    must(await bench.calls.pairing.removeManagement({}));
    expect((await bench.secretsLeft()).filter((item) => item.startsWith('management'))).toEqual([]);
    expect(await bench.calls.stores.list()).toMatchObject({ error: { code: 'setup.rights' } });
  });

  it('is there again when the till is opened again', async () => {
    const bench = await openAccount({ client: checkoutOnly });
    must(await bench.calls.pairing.useManagement(full));
    await bench.till.open();
    expect(await bench.calls.stores.list()).toMatchObject({ ok: true });
  });

  it('that came while a wizard was left stays when the wizard is gone on with', async () => {
    const bench = await openAccount({ client: checkoutOnly });
    must(await bench.calls.pairing.begin({}));
    must(await bench.calls.pairing.leave());
    must(await bench.calls.pairing.useManagement(full));
    must(await bench.calls.pairing.begin({}));
    must(await bench.calls.pairing.finish({ managerName: 'Kari', pin: managerPin, repeatPin: '' }));
    expect(bench.pairing?.clients).toEqual({ checkout: checkoutOnly.clientId, management: full.clientId });
    expect(await bench.secretsLeft()).toContain(`management/client-secret: ${full.clientSecret}`);
  });

  it('works in the wizard before the till is paired with it', async () => {
    const bench = await openAccount();
    must(await bench.calls.pairing.begin({}));
    must(await bench.calls.pairing.connect({ accountId: trainingAccountId, ...checkoutOnly }));
    const before = await bench.calls.pairing.stores();
    must(await bench.calls.pairing.useManagement(full));
    expect([before, await bench.calls.pairing.stores()]).toMatchObject([
      { value: { kind: 'not-allowed', scope: 'read:accounts' } },
      { value: { kind: 'listed' } },
    ]);
    expect(bench.pairing?.clients?.management).toBeUndefined();
  });

  it('of the wizard is the till’s once the till is paired', async () => {
    const bench = await openAccount();
    must(await bench.calls.pairing.begin({}));
    must(await bench.calls.pairing.connect({ accountId: trainingAccountId, ...checkoutOnly }));
    must(await bench.calls.pairing.useManagement(full));
    must(await bench.calls.pairing.finish({ managerName: 'Kari', pin: managerPin, repeatPin: '' }));
    expect(bench.pairing?.clients).toEqual({ checkout: checkoutOnly.clientId, management: full.clientId });
    expect(await bench.secretsLeft()).toEqual([
      `paired/account-id: ${trainingAccountId}`,
      `paired/client-id: ${checkoutOnly.clientId}`,
      `paired/client-secret: ${checkoutOnly.clientSecret}`,
      `management/account-id: ${trainingAccountId}`,
      `management/client-id: ${full.clientId}`,
      `management/client-secret: ${full.clientSecret}`,
    ]);
  });
});

describe('pairing again', () => {
  it('begins with what is paired, and needs no secret to change one thing', async () => {
    const bench = await openAccount();
    must(await bench.calls.pairing.begin({}));
    must(await bench.calls.pairing.goTo({ step: 'till' }));
    must(await bench.calls.pairing.nameTill({ tillName: 'Counter 8' }));
    must(await bench.calls.pairing.finish({ managerName: 'Kari', pin: managerPin, repeatPin: '' }));
    expect(bench.pairing).toMatchObject({
      tillName: 'Counter 8',
      store: { storeId: 'oslo-center' },
      terminals: [{ terminalId }],
    });
    expect(await bench.charge(39_900)).not.toBe('');
  });

  it('can give the till more terminals', async () => {
    const bench = await openAccount();
    must(await bench.calls.pairing.begin({}));
    const others = [`${trainingAccountId}-T0002`];
    must(await bench.calls.pairing.chooseTerminal({ terminalId, others, locked: false }));
    must(await bench.calls.pairing.finish({ managerName: 'Kari', pin: managerPin, repeatPin: '' }));
    expect(bench.slices.tillTerminals).toMatchObject({
      presentId: terminalId,
      canPick: true,
      terminals: [{ terminalId }, { terminalId: others[0] }],
    });
  });
});

describe('unpairing', () => {
  it('takes the pairing out, keeps the journal, and says where it is', async () => {
    const bench = await openAccount();
    expect(await bench.calls.pairing.unpair({ approval })).toEqual({ ok: true, value: null });
    expect([bench.pairing, bench.till.stage, bench.journalIsThere]).toEqual([undefined, 'welcome', true]);
    expect(bench.notices.get('unpaired')).toEqual({
      code: 'setup.unpaired',
      detail: { file: bench.journalFile },
    });
  });

  it('leaves no secret of any client, also not of a wizard that was left', async () => {
    const bench = await openAccount({ client: checkoutOnly });
    must(await bench.calls.pairing.useManagement(full));
    must(await bench.calls.pairing.begin({}));
    must(await bench.calls.pairing.connect({ accountId: trainingAccountId, ...full }));
    must(await bench.calls.pairing.useManagement(full));
    must(await bench.calls.pairing.leave());
    must(await bench.calls.pairing.unpair({ approval }));
    expect(await bench.secretsLeft()).toEqual([]);
    expect(bench.settings.get('pairingDraft')).toBeUndefined();
  });

  it('keeps the people and their PINs', async () => {
    const bench = await openAccount();
    must(await bench.calls.pairing.unpair({ approval }));
    expect(bench.settings.get('people')).toEqual([manager]);
    expect(await bench.secrets.find(`pin/${manager.id}`)).toMatchObject({ ok: true });
  });

  it('is refused without a manager’s PIN, and changes nothing', async () => {
    const bench = await openAccount();
    expect(await bench.calls.pairing.unpair({ approval: { ...approval, pin: '9999' } })).toMatchObject({
      error: { code: 'input.pin-wrong', field: 'pin' },
    });
    expect(bench.pairing?.accountId).toBe(trainingAccountId);
    expect(await bench.secretsLeft()).toHaveLength(3);
  });

  it('is refused while a payment is open, and the payment goes on', async () => {
    const bench = await openAccount();
    await bench.charge(39_900);
    expect(await bench.calls.pairing.unpair({ approval })).toEqual({
      ok: false,
      error: { code: 'setup.open-matters', detail: { count: 1 } },
    });
    expect(await bench.secretsLeft()).toHaveLength(3);
    bench.sandbox.press(terminalId, 'tap');
    await bench.until(() => bench.slices.payment?.shown === 'approved');
    expect(bench.till.stage).toBe('till');
  });

  it('stays undone when the keychain does not let a secret go, and the till sells on', async () => {
    const secrets = memorySecrets();
    const bench = await openAccount({
      secrets: { ...secrets, remove: () => Promise.resolve(err(fault('setup.keychain-locked'))) },
    });
    expect(await bench.calls.pairing.unpair({ approval })).toMatchObject({
      error: { code: 'setup.keychain-locked' },
    });
    expect(await bench.charge(39_900)).not.toBe('');
  });

  it('says so when the keychain claims that a secret is gone, and it is not', async () => {
    const secrets = memorySecrets();
    const bench = await openAccount({
      secrets: { ...secrets, remove: () => Promise.resolve({ ok: true, value: null }) },
    });
    expect(await bench.calls.pairing.unpair({ approval })).toMatchObject({
      error: { code: 'setup.secret-kept' },
    });
    expect(bench.pairing).toBeDefined();
  });

  it('and pairing with the same account again goes on in the same journal', async () => {
    const bench = await openAccount();
    const first = await bench.charge(39_900);
    bench.sandbox.press(terminalId, 'tap');
    await bench.until(() => bench.slices.payment?.shown === 'approved');
    must(await bench.calls.payments.newSale({ attemptId: first }));
    must(await bench.calls.pairing.unpair({ approval }));
    const { pairing } = bench.calls;
    must(await pairing.begin({}));
    must(await pairing.connect({ accountId: trainingAccountId, ...full }));
    must(
      await pairing.chooseStore({ storeId: 'oslo-center', name: 'Oslo', payoutDestinationId: 'seller-1' }),
    );
    must(await pairing.chooseProfile({ profileId: 'in-person', enablesInPerson: true }));
    expect(must(await pairing.otherTills({ terminalIds: [terminalId] })), 'its own sales').toEqual([]);
    must(await pairing.chooseTerminal({ terminalId, others: [], locked: false }));
    must(await pairing.nameTill({ tillName: 'Counter 7' }));
    must(await pairing.finish({ managerName: 'Kari', pin: managerPin, repeatPin: '' }));
    const second = await bench.charge(10_000);
    expect(second).not.toBe('');
    expect(bench.slices.payment?.attempt.saleNumber).toBe(2);
    expect(bench.notices.has('unpaired')).toBe(false);
  });
});

describe.runIf(process.platform === 'linux')('In the real keychain', () => {
  it('a secret that was replaced, a second client and an unpaired till leave nothing', async () => {
    const desktop = await Desktop.start();
    try {
      const bench = await openAccount({ secrets: desktop.keychain(freshService()), client: checkoutOnly });
      must(await bench.calls.pairing.useManagement(full));
      const fresh = { ...checkoutOnly, clientSecret: 'a new secret' };
      bench.sandbox.setClient({ ...fresh, scopes: ['admin:checkout'] });
      must(await bench.calls.pairing.replaceClient(fresh));
      const kept = await bench.secretsLeft();
      expect(kept).toHaveLength(6);
      expect(kept).not.toContain(`paired/client-secret: ${checkoutOnly.clientSecret}`);
      must(await bench.calls.pairing.unpair({ approval }));
      expect(await bench.secretsLeft()).toEqual([]);
      await desktop.restartTill();
      expect(await bench.secretsLeft()).toEqual([]);
      expect(desktop.log.join('\n')).not.toContain('a new secret');
      expect(readFileSync(bench.journalFile).includes('a new secret')).toBe(false);
    } finally {
      await desktop.close();
    }
  });
});
