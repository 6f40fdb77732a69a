import { describe, expect, it } from 'vitest';
import { trainingAccountId } from '../../../electron/sandbox/training-account.ts';
import { checkoutLogin, fullLogin, inPerson, openWizard, oslo, terminalId } from './open-wizard.ts';

const loginCall = /\/auth\/token$/;
const secondId = `${trainingAccountId}-T0002`;

describe('the account', () => {
  it.each([
    ['a wrong secret', { clientSecret: 'wrong' }, { code: 'setup.login' }],
    ['an unknown client', { clientId: 'nobody' }, { code: 'setup.login' }],
    ['an account that is not there', { accountId: 'T00000002' }, { code: 'setup.login' }],
    ['an id that is none', { accountId: 'T123' }, { code: 'input.account-id', field: 'accountId' }],
    ['a live account', { accountId: 'P00000001' }, { code: 'setup.live-account' }],
    ['no client id', { clientId: ' ' }, { code: 'input.required', field: 'clientId' }],
    ['no secret', { clientSecret: '' }, { code: 'input.required', field: 'clientSecret' }],
  ])('%s is refused', async (_, typed, error) => {
    const { wizard } = await openWizard();
    expect(await wizard.connect({ ...fullLogin, ...typed })).toMatchObject({ ok: false, error });
  });

  it.each([
    ['an id that is none', { accountId: 'T123' }],
    ['a live account', { accountId: 'P00000001' }],
  ])('%s is refused before anything is sent', async (_, typed) => {
    const { wizard, sandbox } = await openWizard();
    await wizard.connect({ ...fullLogin, ...typed });
    expect(sandbox.requests()).toEqual([]);
  });

  it('with a wrong secret leaves nothing in the keychain', async () => {
    const { wizard, secrets } = await openWizard();
    await wizard.connect({ ...fullLogin, clientSecret: 'wrong' });
    expect(await secrets.find('draft/client-secret')).toEqual({ ok: true, value: undefined });
  });

  it('with a wrong secret is asked once: a wrong secret is no reason to try again', async () => {
    const { wizard, sandbox, clock } = await openWizard();
    await wizard.connect({ ...fullLogin, clientSecret: 'wrong' });
    await clock.pass(3_600_000);
    expect(sandbox.requests()).toHaveLength(1);
  });

  it('may be typed in small letters and with spaces around', async () => {
    const { wizard } = await openWizard();
    expect(
      await wizard.connect({
        accountId: ' t00000001 ',
        clientId: ` ${fullLogin.clientId} `,
        clientSecret: ` ${fullLogin.clientSecret}\n`,
      }),
    ).toMatchObject({ ok: true });
  });

  it('while Dintero is busy says so', async () => {
    const { wizard, sandbox } = await openWizard();
    sandbox.disturb({ path: loginCall, trouble: { kind: 'answer', status: 429 } });
    expect(await wizard.connect(fullLogin)).toMatchObject({ error: { code: 'setup.rate-limited' } });
  });

  it('while there is no connection says so', async () => {
    const { wizard, sandbox } = await openWizard();
    await sandbox.close();
    expect(await wizard.connect(fullLogin)).toMatchObject({ error: { code: 'setup.network' } });
  });

  it('that is another one forgets what was chosen for the old one', async () => {
    const { wizard, settings } = await openWizard();
    settings.set('pairingDraft', {
      step: 'till',
      accountId: 'T00000002',
      clients: { checkout: 'theirs', management: 'theirs too' },
      store: oslo,
    });
    await wizard.connect(fullLogin);
    expect(settings.get('pairingDraft')).toEqual({
      step: 'store',
      accountId: 'T00000001',
      clients: { checkout: fullLogin.clientId },
    });
  });

  it('that is connected by another client keeps what was chosen', async () => {
    const { wizard, settings } = await openWizard();
    await wizard.connect(fullLogin);
    await wizard.chooseStore(oslo);
    await wizard.connect(checkoutLogin);
    expect(settings.get('pairingDraft')).toMatchObject({
      step: 'store',
      clients: { checkout: checkoutLogin.clientId },
      store: oslo,
    });
  });
});

describe('the store', () => {
  it('is picked from a list that tells the state of its payout destination', async () => {
    const { wizard } = await openWizard();
    await wizard.connect(fullLogin);
    expect(await wizard.stores()).toEqual({
      ok: true,
      value: {
        kind: 'listed',
        choices: [
          { ...oslo, payoutStatus: 'ACTIVE' },
          {
            storeId: 'bergen-harbour',
            name: 'Bergen Harbour',
            payoutDestinationId: 'seller-2',
            payoutStatus: 'WAITING_FOR_SIGNATURE',
          },
        ],
      },
    });
  });

  it('is typed by hand where the client may not list', async () => {
    const { wizard } = await openWizard();
    await wizard.connect(checkoutLogin);
    expect(await wizard.stores()).toEqual({
      ok: true,
      value: { kind: 'not-allowed', scope: 'read:accounts' },
    });
  });

  it('whose payout destination is not ACTIVE is refused', async () => {
    const { wizard } = await openWizard();
    await wizard.connect(fullLogin);
    expect(
      await wizard.chooseStore({ storeId: 'bergen-harbour', name: '', payoutDestinationId: 'seller-2' }),
    ).toEqual({
      ok: false,
      error: {
        code: 'setup.payout-destination',
        detail: { status: 'WAITING_FOR_SIGNATURE', payoutDestinationId: 'seller-2' },
      },
    });
  });

  it('whose payout destination is not there is refused at its field', async () => {
    const { wizard } = await openWizard();
    await wizard.connect(fullLogin);
    expect(await wizard.chooseStore({ ...oslo, payoutDestinationId: 'seller-9' })).toMatchObject({
      error: { code: 'setup.not-found', field: 'payoutDestinationId' },
    });
  });

  it.each(['storeId', 'payoutDestinationId'])('without %s is refused at its field', async (field) => {
    const { wizard } = await openWizard();
    await wizard.connect(fullLogin);
    expect(await wizard.chooseStore({ ...oslo, [field]: ' ' })).toMatchObject({
      error: { code: 'input.required', field },
    });
  });

  it('without a name is called by its id', async () => {
    const { wizard, settings } = await openWizard();
    await wizard.connect(checkoutLogin);
    await wizard.chooseStore({ ...oslo, name: '' });
    expect(settings.get('pairingDraft')?.store?.name).toBe('oslo-center');
  });

  it('that is another one forgets the terminals of the old one', async () => {
    const { wizard, settings } = await openWizard();
    await wizard.connect(fullLogin);
    await wizard.chooseStore(oslo);
    wizard.chooseProfile(inPerson);
    await wizard.chooseTerminal({ terminalId });
    await wizard.chooseStore({ ...oslo, storeId: 'trondheim' });
    expect(settings.get('pairingDraft')).not.toHaveProperty('terminals', expect.anything());
  });

  it('that stays the same keeps its terminals', async () => {
    const { wizard, settings } = await openWizard();
    await wizard.connect(fullLogin);
    await wizard.chooseStore(oslo);
    wizard.chooseProfile(inPerson);
    await wizard.chooseTerminal({ terminalId });
    await wizard.chooseStore(oslo);
    expect(settings.get('pairingDraft')).toMatchObject({ terminals: [{ terminalId }] });
  });

  it('whose answer comes after another account was connected does not come to stand beside it', async () => {
    const { wizard, sandbox, settings } = await openWizard();
    await wizard.connect(fullLogin);
    const answered = Promise.withResolvers<null>();
    const path = /\/payout-destinations\//;
    sandbox.disturb({ path, trouble: { kind: 'hold', part: 'reply', until: answered.promise } });
    const chosen = wizard.chooseStore(oslo);
    const another = { step: 'store', accountId: 'T00000002' } as const;
    settings.set('pairingDraft', another);
    answered.resolve(null);
    expect(await chosen).toMatchObject({ error: { code: 'input.changed-meanwhile' } });
    expect(settings.get('pairingDraft')).toEqual(another);
  });

  it('can’t be listed before an account is connected', async () => {
    const { wizard } = await openWizard();
    expect(await wizard.stores()).toMatchObject({ error: { code: 'setup.not-paired' } });
  });
});

describe('the profile', () => {
  it.each(['wrapped', 'array'] as const)(
    'is picked from a list (%s) that tells who enables in-person',
    async (profileList) => {
      const { wizard } = await openWizard({ profileList });
      await wizard.connect(checkoutLogin);
      expect(await wizard.profiles()).toMatchObject({
        value: {
          kind: 'listed',
          choices: [
            { profileId: 'in-person', enablesInPerson: true },
            { profileId: 'default', enablesInPerson: false },
          ],
        },
      });
    },
  );

  it('without an id is refused at its field', async () => {
    const { wizard } = await openWizard();
    expect(wizard.chooseProfile({ ...inPerson, profileId: '' })).toMatchObject({
      error: { code: 'input.required', field: 'profileId' },
    });
  });
});

describe('the terminal', () => {
  it('is picked from those of the store, each with its status and why', async () => {
    const { wizard } = await openWizard();
    await wizard.connect(fullLogin);
    await wizard.chooseStore(oslo);
    expect(await wizard.terminals()).toMatchObject({
      value: {
        choices: [
          { terminalId, status: 'ACTIVE' },
          { status: 'ACTIVE' },
          { status: 'PENDING' },
          { status: 'ACTION_REQUIRED', statusReason: 'CHECK_UPDATE' },
        ],
      },
    });
  });

  it('can be the first of several, to which sales keep', async () => {
    const { wizard, settings } = await openWizard();
    await wizard.connect(fullLogin);
    await wizard.chooseStore(oslo);
    await wizard.chooseTerminal({ terminalId, others: [secondId], locked: true });
    expect(settings.get('pairingDraft')).toMatchObject({
      terminals: [{ terminalId }, { terminalId: secondId, model: 'SATURN1000' }],
      defaultTerminalId: terminalId,
      lockedToDefault: true,
    });
  });

  it('is not locked to itself when it is the only one, and named once', async () => {
    const { wizard, settings } = await openWizard();
    await wizard.connect(fullLogin);
    await wizard.chooseStore(oslo);
    await wizard.chooseTerminal({ terminalId, others: [terminalId, ' '], locked: true });
    expect(settings.get('pairingDraft')).toMatchObject({
      terminals: [{ terminalId }],
      lockedToDefault: false,
    });
  });

  it.each([
    ['not ACTIVE', `${trainingAccountId}-T0003`, { code: 'terminal.not-active' }],
    ['not there', `${trainingAccountId}-T0099`, { code: 'setup.not-found', field: 'others' }],
    ['of another account', 'T00000002-T0001', { code: 'setup.account' }],
  ])('brings no other along that is %s', async (_, other, error) => {
    const { wizard, settings } = await openWizard();
    await wizard.connect(fullLogin);
    await wizard.chooseStore(oslo);
    expect(await wizard.chooseTerminal({ terminalId, others: [other] })).toMatchObject({ error });
    expect(settings.get('pairingDraft')?.terminals).toBeUndefined();
  });

  it('is typed by hand where the client may not list, and taken as it is', async () => {
    const { wizard, settings } = await openWizard();
    await wizard.connect(checkoutLogin);
    await wizard.chooseStore(oslo);
    await wizard.chooseTerminal({ terminalId: ` ${terminalId} ` });
    expect(settings.get('pairingDraft')?.terminals).toEqual([{ terminalId }]);
  });

  it.each([
    ['T00000001-T0003', { code: 'terminal.not-active', detail: { status: 'PENDING' } }],
    ['T00000001-T0004', { code: 'terminal.not-active', detail: { status: 'ACTION_REQUIRED' } }],
    ['T00000002-T0001', { code: 'setup.account' }],
    ['P00000001-T0001', { code: 'setup.account' }],
    ['T00000001-T0099', { code: 'setup.not-found', field: 'terminalId' }],
    [' ', { code: 'input.required', field: 'terminalId' }],
  ])('%s is refused', async (id, error) => {
    const { wizard } = await openWizard();
    await wizard.connect(fullLogin);
    await wizard.chooseStore(oslo);
    expect(await wizard.chooseTerminal({ terminalId: id })).toMatchObject({ ok: false, error });
  });

  it.each([
    ['store', { accountId: trainingAccountId, store: { ...oslo, storeId: 'trondheim' } }],
    ['account', { accountId: 'T00000002', store: oslo }],
  ])('whose answer comes after the %s was changed does not come to stand in it', async (_, change) => {
    const { wizard, sandbox, settings } = await openWizard();
    await wizard.connect(fullLogin);
    await wizard.chooseStore(oslo);
    const answered = Promise.withResolvers<null>();
    const path = /\/terminals\//;
    sandbox.disturb({ path, trouble: { kind: 'hold', part: 'reply', until: answered.promise } });
    const chosen = wizard.chooseTerminal({ terminalId });
    settings.set('pairingDraft', { step: 'terminal', ...change });
    answered.resolve(null);
    expect(await chosen).toMatchObject({ error: { code: 'input.changed-meanwhile' } });
    expect(settings.get('pairingDraft')).toEqual({ step: 'terminal', ...change });
  });

  it('of another account is refused for a checkout client too', async () => {
    const { wizard } = await openWizard();
    await wizard.connect(checkoutLogin);
    await wizard.chooseStore(oslo);
    expect(await wizard.chooseTerminal({ terminalId: 'T00000002-T0001' })).toMatchObject({
      error: { code: 'setup.account' },
    });
  });
});

describe('the till’s name', () => {
  it.each([
    ['', { code: 'input.required', field: 'tillName' }],
    ['x'.repeat(41), { code: 'input.too-long', field: 'tillName', detail: { most: 40 } }],
  ])('"%s" is refused', async (tillName, error) => {
    const { wizard } = await openWizard();
    expect(wizard.nameTill({ tillName })).toMatchObject({ ok: false, error });
  });

  it('is kept as it is written, without the spaces around', async () => {
    const { wizard, settings } = await openWizard();
    wizard.nameTill({ tillName: '  Blåbær 7 ' });
    expect(settings.get('pairingDraft')?.tillName).toBe('Blåbær 7');
  });
});
