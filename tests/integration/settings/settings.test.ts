import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  Settings,
  type SettingsInput,
  defaultReturnUrl,
  fitsSettings,
  saveSettings,
} from '../../../electron/settings/settings.ts';
import { openSettingsFile } from '../../../electron/shell/settings-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let folder: string;
let setAside: string | undefined;
let changes: number;
let settings: Settings;

beforeEach(() => {
  folder = temporaryFolder();
  changes = 0;
  settings = openSettings();
});

const path = (): string => join(folder, 'settings.json');

/** As main opens them; electron-store is this class with a default folder. */
function openSettings(): Settings {
  const opened = openSettingsFile({
    open: (options) => new Conf<Record<string, unknown>>({ ...options, configName: 'settings' }),
    folder,
    name: 'settings',
    fits: fitsSettings,
    now: Date.UTC(2026, 10, 21, 4, 5, 6),
  });
  ({ setAside } = opened);
  return new Settings(opened.file, () => {
    changes += 1;
  });
}

const refusal = (code: string, field: string) => ({ ok: false, error: { code, field } });
const save = (input: SettingsInput) => saveSettings(settings, input);

describe('The settings', () => {
  it('are the usual ones at first', () => {
    expect(settings.get('deadlineSeconds')).toBe(180);
    expect(settings.get('returnUrl')).toBe(defaultReturnUrl);
    expect(settings.get('callbackUrl')).toBe('');
    expect(settings.get('refundsOnTerminal')).toBe(true);
  });

  it('survive a restart', () => {
    const input = {
      locale: 'nb',
      theme: 'dark',
      returnUrl: 'https://shop.example/return',
      callbackUrl: 'https://shop.example/callback',
      deadlineSeconds: 240,
      refundsOnTerminal: false,
    } as const;
    expect(save(input)).toEqual({ ok: true, value: null });
    const again = openSettings();
    expect(
      Object.fromEntries(Object.keys(input).map((key) => [key, again.get(key as keyof typeof input)])),
    ).toEqual(input);
  });

  it('change only in what was given', () => {
    save({ deadlineSeconds: 240 });
    save({ theme: 'dark' });
    expect(openSettings().get('deadlineSeconds')).toBe(240);
  });

  it('take a value out again', () => {
    settings.set('lastPersonId', 'somebody');
    settings.set('lastPersonId', undefined);
    expect(openSettings().get('lastPersonId')).toBeUndefined();
  });

  it('leave alone what a newer version has put into the file', () => {
    writeFileSync(path(), '{"receiptPrinter":"front"}');
    openSettings().set('theme', 'dark');
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toEqual({ receiptPrinter: 'front', theme: 'dark' });
  });

  it('tell of each change', () => {
    settings.set('theme', 'dark');
    expect(changes).toBe(1);
  });
});

describe('Addresses', () => {
  const bad = [
    ['http', 'http://shop.example/'],
    ['another scheme', 'javascript:alert(1)'],
    ['no scheme', 'shop.example/return'],
    ['a scheme alone', 'https://'],
    ['no address at all', 'back to the shop'],
  ] as const;

  it.each(bad)('to return to must be https: %s', (_what, returnUrl) => {
    expect(save({ returnUrl })).toMatchObject(refusal('input.address', 'returnUrl'));
  });

  it.each(bad)('to call back must be https: %s', (_what, callbackUrl) => {
    expect(save({ callbackUrl })).toMatchObject(refusal('input.address', 'callbackUrl'));
  });

  it('to return to can’t be left out, for Dintero requires one', () => {
    expect(save({ returnUrl: '  ' })).toMatchObject(refusal('input.address', 'returnUrl'));
  });

  it('to call back can be left out again', () => {
    save({ callbackUrl: 'https://shop.example/callback' });
    save({ callbackUrl: '' });
    expect(openSettings().get('callbackUrl')).toBe('');
  });

  it('are kept without the spaces around them', () => {
    save({ returnUrl: '  https://shop.example/return ' });
    expect(settings.get('returnUrl')).toBe('https://shop.example/return');
  });
});

describe('The deadline (P10)', () => {
  it.each([120, 600])('can be %d s', (deadlineSeconds) => {
    save({ deadlineSeconds });
    expect(openSettings().get('deadlineSeconds')).toBe(deadlineSeconds);
  });

  it.each([119, 601, 0, -180, 180.5, Number.NaN])('can’t be %d s', (deadlineSeconds) => {
    expect(save({ deadlineSeconds })).toEqual({
      ok: false,
      error: { code: 'input.deadline', field: 'deadlineSeconds', detail: { least: 120, most: 600 } },
    });
  });
});

describe('Settings of which one does not fit', () => {
  it('change nothing', () => {
    save({ theme: 'dark', returnUrl: 'https://shop.example/', deadlineSeconds: 10 });
    expect(settings.get('theme')).toBe('system');
    expect(settings.get('returnUrl')).toBe(defaultReturnUrl);
  });

  it('leave the file as it was', () => {
    save({ deadlineSeconds: 240 });
    const before = readFileSync(path(), 'utf8');
    save({ deadlineSeconds: 300, callbackUrl: 'http://shop.example/' });
    expect(readFileSync(path(), 'utf8')).toBe(before);
  });

  it.each([
    ['a deadline below the least', { deadlineSeconds: 30 }],
    ['an address to return to without https', { returnUrl: 'http://shop.example/' }],
    ['an unknown language', { locale: 'tlh' }],
    ['a person without a name', { people: [{ id: '1', name: '', role: 'manager' }] }],
    ['tries that were not counted', { lockouts: { '1': { failed: -1, lockedUntil: 0 } } }],
  ])('set the whole file aside when they come from there: %s', (_what, content) => {
    const text = JSON.stringify({ theme: 'dark', ...content });
    writeFileSync(path(), text);
    const again = openSettings();
    expect(readFileSync(String(setAside), 'utf8')).toBe(text);
    expect(again.get('theme')).toBe('system');
  });
});

it('Operations of terminals that do not fit are forgotten, and the rest of the file is kept', () => {
  writeFileSync(path(), JSON.stringify({ theme: 'dark', operations: [{ kind: 'dance' }] }));
  const again = openSettings();
  expect(setAside).toBeUndefined();
  expect(again.get('theme')).toBe('dark');
  expect(again.get('operations')).toEqual([]);
});

describe('A pairing with one terminal, as an older version kept it', () => {
  const old = {
    accountId: 'T12345678',
    store: { storeId: 'oslo', name: 'Oslo', payoutDestinationId: 'seller-1' },
    profile: { profileId: 'in-person', enablesInPerson: true },
    terminal: { terminalId: 'T12345678-T0001', serialNumber: '4711-0012-2607', model: 'SATURN1000F2' },
    tillName: 'Counter 7',
  };
  const { terminal, ...rest } = old;
  const now = {
    ...rest,
    terminals: [terminal],
    defaultTerminalId: terminal.terminalId,
    lockedToDefault: false,
  };
  const paired = { currency: 'NOK', pairedAt: 1_790_000_000_000 };

  it('is taken over as a till with that terminal', () => {
    writeFileSync(path(), JSON.stringify({ pairing: { ...old, ...paired } }));
    expect(openSettings().get('pairing')).toEqual({ ...now, ...paired });
    expect(setAside).toBeUndefined();
  });

  it('is taken over in a wizard that was left', () => {
    writeFileSync(path(), JSON.stringify({ pairingDraft: { ...old, step: 'manager' } }));
    expect(openSettings().get('pairingDraft')).toEqual({ ...now, step: 'manager' });
  });

  it('is kept in the present shape with the next change of it', () => {
    writeFileSync(path(), JSON.stringify({ pairing: { ...old, ...paired } }));
    const again = openSettings();
    again.set('pairing', again.get('pairing'));
    expect(openSettings().get('pairing')).toEqual({ ...now, ...paired });
    expect(readFileSync(path(), 'utf8')).not.toContain('"terminal"');
  });

  it.each([
    ['no terminal at all', { ...rest, ...paired }],
    ['a default that is none of its terminals', { ...now, ...paired, defaultTerminalId: 'T12345678-T0009' }],
  ])('sets the file aside when it has %s', (_what, pairing) => {
    writeFileSync(path(), JSON.stringify({ pairing }));
    openSettings();
    expect(setAside).toBeDefined();
  });
});

describe('Settings that can’t be written', () => {
  it('are not taken over either', () => {
    // A folder in the file's place stands for a disk that refuses, also to root.
    rmSync(path(), { force: true });
    mkdirSync(path());
    expect(() => save({ theme: 'dark' })).toThrow();
    expect(settings.get('theme')).toBe('system');
  });
});
