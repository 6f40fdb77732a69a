import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CredentialStore, createCredentialStore } from '../../../electron/keychain/credentials.ts';
import { Desktop, freshService, startDesktop } from './desktop.ts';

const ours = { accountId: 'T12345678', clientId: 'client', clientSecret: 'secret of ours' };
const theirs = { accountId: 'T87654321', clientId: 'another', clientSecret: 'secret of theirs' };

const empty = { ok: false, error: { code: 'setup.keychain-empty' } };

describe.runIf(process.platform === 'linux')('The API client’s credentials', () => {
  let desktop: Desktop;
  let service: string;
  beforeAll(async () => {
    desktop = await Desktop.start();
  });
  beforeEach(() => {
    service = freshService();
  });
  afterAll(() => desktop.close());

  const store = (slot: 'paired' | 'draft' = 'paired'): CredentialStore =>
    createCredentialStore(desktop.keychain(service), slot);

  it('are there when the till is opened again', async () => {
    await store().save(ours);
    await desktop.restartTill();
    expect(await store().read(ours.accountId)).toEqual({ ok: true, value: ours });
  });

  it('of another account are none', async () => {
    await store().save(theirs);
    expect(await store().read(ours.accountId)).toEqual(empty);
  });

  it('that were typed into the wizard are kept apart from those the till works with', async () => {
    await store('paired').save(ours);
    await store('draft').save({ ...ours, clientSecret: 'mistyped' });
    expect(await store('paired').read(ours.accountId)).toEqual({ ok: true, value: ours });
  });

  it('that were typed into the wizard are forgotten alone', async () => {
    await store('paired').save(ours);
    await store('draft').save(theirs);
    await store('draft').forget();
    expect(await store('draft').read(theirs.accountId)).toEqual(empty);
    expect(await store('paired').read(ours.accountId)).toEqual({ ok: true, value: ours });
  });

  it('are all gone from the keychain when they are forgotten', async () => {
    await store().save(ours);
    await store().forget();
    const left = ['account-id', 'client-id', 'client-secret'].map((item) =>
      desktop.keychain(service).find(`paired/${item}`),
    );
    expect(await Promise.all(left)).toEqual(Array(3).fill({ ok: true, value: undefined }));
  });
});

describe.runIf(process.platform === 'linux')('Credentials in a keychain that was locked', () => {
  it('are told as locked away, not as lost', async () => {
    const desktop = await startDesktop();
    const store = createCredentialStore(desktop.keychain('live'), 'paired');
    await store.save(ours);
    await desktop.lock();
    expect(await store.read(ours.accountId)).toEqual({
      ok: false,
      error: { code: 'setup.keychain-locked' },
    });
  });

  it('are not kept when the keychain is locked, and the till says so', async () => {
    const desktop = await startDesktop();
    const store = createCredentialStore(desktop.keychain('live'), 'paired');
    await store.save(ours);
    await desktop.lock();
    expect(await store.save(theirs)).toEqual({
      ok: false,
      error: { code: 'setup.keychain-locked' },
    });
  });
});
