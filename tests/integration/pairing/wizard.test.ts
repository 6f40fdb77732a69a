import { describe, expect, it } from 'vitest';
import {
  checkoutLogin,
  fullLogin,
  inPerson,
  kari,
  openWizard,
  oslo,
  terminalId,
  walk,
} from './open-wizard.ts';

describe('a till is paired', () => {
  it('by an administrator’s client, step by step', async () => {
    const bench = await openWizard();
    await walk(bench);
    expect(await bench.wizard.finish(kari)).toEqual({ ok: true, value: null });
    expect(bench.settings.get('pairing')).toEqual({
      accountId: 'T00000001',
      clients: { checkout: fullLogin.clientId },
      store: oslo,
      profile: inPerson,
      terminals: [{ terminalId, serialNumber: 'SIMULATED-T00000001-001', model: 'SATURN1000' }],
      defaultTerminalId: terminalId,
      lockedToDefault: false,
      tillName: 'Counter 7',
      currency: 'NOK',
      pairedAt: bench.clock.now(),
    });
  });

  it('by a checkout client, with what was typed by hand', async () => {
    const bench = await openWizard();
    await walk(bench, checkoutLogin);
    await bench.wizard.finish(kari);
    expect(bench.settings.get('pairing')).toMatchObject({ store: oslo, terminals: [{ terminalId }] });
  });

  it('and told so once', async () => {
    const bench = await openWizard();
    await walk(bench);
    await bench.wizard.finish(kari);
    expect(bench.paired()).toBe(1);
  });

  it('and the manager of the last step is signed in', async () => {
    const bench = await openWizard();
    await walk(bench);
    await bench.wizard.finish(kari);
    expect(bench.staff.view()).toMatchObject({ signedIn: { name: 'Kari', role: 'manager' } });
  });

  it('and its client is where the till looks for it, no more in the draft', async () => {
    const bench = await openWizard();
    await walk(bench);
    await bench.wizard.finish(kari);
    const secrets = ['paired/client-secret', 'draft/client-secret'].map((name) => bench.secrets.find(name));
    expect(await Promise.all(secrets)).toEqual([
      { ok: true, value: fullLogin.clientSecret },
      { ok: true, value: undefined },
    ]);
  });

  it('and no secret stands in the settings', async () => {
    const bench = await openWizard();
    await walk(bench);
    await bench.wizard.finish(kari);
    const kept = ['pairing', 'pairingDraft', 'people'] as const;
    expect(JSON.stringify(kept.map((key) => bench.settings.get(key)))).not.toContain(fullLogin.clientSecret);
  });

  it('again, by a manager who is known, with their own PIN', async () => {
    const bench = await openWizard();
    await walk(bench);
    await bench.wizard.finish(kari);
    await walk(bench);
    bench.wizard.nameTill({ tillName: 'Counter 8' });
    await bench.wizard.finish({ ...kari, repeatPin: '' });
    expect([bench.settings.get('pairing')?.tillName, bench.staff.people.managers().length]).toEqual([
      'Counter 8',
      1,
    ]);
  });

  it('but not to another account while payments of its own are open', async () => {
    const bench = await openWizard();
    await walk(bench);
    await bench.wizard.finish(kari);
    bench.leaveOpen(2);
    expect(await bench.wizard.connect({ ...fullLogin, accountId: 'T00000002' })).toEqual({
      ok: false,
      error: { code: 'setup.open-matters', detail: { count: 2 } },
    });
  });

  it('again to the same account while payments are open', async () => {
    const bench = await openWizard();
    await walk(bench);
    await bench.wizard.finish(kari);
    bench.leaveOpen(2);
    expect(await bench.wizard.connect(fullLogin)).toMatchObject({ ok: true });
  });

  it('but not again by a manager who is known, with a wrong PIN', async () => {
    const bench = await openWizard();
    await walk(bench);
    await bench.wizard.finish(kari);
    await walk(bench);
    bench.wizard.nameTill({ tillName: 'Counter 8' });
    expect(await bench.wizard.finish({ ...kari, pin: '9999' })).toMatchObject({
      error: { code: 'input.pin-wrong' },
    });
    expect(bench.settings.get('pairing')?.tillName).toBe('Counter 7');
  });

  it('but not again by somebody who would become a manager that way (R5)', async () => {
    const bench = await openWizard();
    await walk(bench);
    await bench.wizard.finish(kari);
    await walk(bench);
    expect(await bench.wizard.finish({ managerName: 'Carl', pin: '9999', repeatPin: '9999' })).toMatchObject({
      error: { code: 'input.not-a-manager', field: 'managerName' },
    });
    expect(bench.staff.people.managers().map(({ name }) => name)).toEqual(['Kari']);
  });

  it('and stays as it is while it is paired again', async () => {
    const bench = await openWizard();
    await walk(bench);
    await bench.wizard.finish(kari);
    bench.wizard.begin();
    await bench.wizard.connect(checkoutLogin);
    expect(await bench.secrets.find('paired/client-id')).toEqual({ ok: true, value: fullLogin.clientId });
  });
});

describe('the last step', () => {
  it.each([
    ['a PIN of three digits', { ...kari, pin: '123', repeatPin: '123' }, 'input.pin-digits', 'pin'],
    ['two PINs that differ', { ...kari, repeatPin: '1235' }, 'input.pin-repeat', 'repeatPin'],
    ['no name', { ...kari, managerName: ' ' }, 'input.required', 'managerName'],
  ])('refuses %s at its field, and does not pair', async (_, input, code, field) => {
    const bench = await openWizard();
    await walk(bench);
    expect(await bench.wizard.finish(input)).toMatchObject({ ok: false, error: { code, field } });
    expect(bench.settings.get('pairing')).toBeUndefined();
  });

  it('before the others goes back to the first that is open', async () => {
    const bench = await openWizard();
    await bench.wizard.connect(fullLogin);
    await bench.wizard.chooseStore(oslo);
    await bench.wizard.finish(kari);
    expect(bench.settings.get('pairingDraft')).toMatchObject({ step: 'profile' });
  });
});

describe('a wizard that is left', () => {
  it('goes on where it was', async () => {
    const bench = await openWizard();
    await bench.wizard.connect(fullLogin);
    await bench.wizard.chooseStore(oslo);
    await bench.wizard.leave();
    bench.wizard.begin();
    expect(bench.settings.get('pairingDraft')).toMatchObject({ step: 'profile', store: oslo });
  });

  it('is in front again when the app starts, as long as the till is not paired', async () => {
    const bench = await openWizard();
    await bench.wizard.connect(fullLogin);
    expect(bench.openedAgain().isOpen).toBe(true);
  });

  it('is not in front when the app starts and the till is paired', async () => {
    const bench = await openWizard();
    await walk(bench);
    await bench.wizard.finish(kari);
    bench.wizard.begin();
    expect(bench.openedAgain().isOpen).toBe(false);
  });

  it('ends after a restart with the client that the keychain kept', async () => {
    const bench = await openWizard();
    await walk(bench);
    await bench.wizard.leave();
    const wizard = bench.openedAgain();
    expect(await wizard.terminals()).toMatchObject({ ok: true, value: { kind: 'listed' } });
    expect(await wizard.finish(kari)).toMatchObject({ ok: true });
  });

  it('goes back to a step that is done, and not past one that is open', async () => {
    const bench = await openWizard();
    await bench.wizard.connect(fullLogin);
    await bench.wizard.chooseStore(oslo);
    bench.wizard.goTo('account');
    const back = bench.settings.get('pairingDraft')?.step;
    bench.wizard.goTo('manager');
    expect([back, bench.settings.get('pairingDraft')?.step]).toEqual(['account', 'account']);
  });
});
