import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedSettings, openSettingsFile } from '../../../electron/shell/settings-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = Date.UTC(2026, 10, 21, 4, 5, 6);
const path = (): string => join(folder, 'settings.json');

/** electron-store is this class with a default folder. */
const open = (fits: (content: object) => boolean = () => true): OpenedSettings =>
  openSettingsFile({
    open: (options) => new Conf<Record<string, unknown>>({ ...options, configName: 'settings' }),
    folder,
    name: 'settings',
    fits,
    now,
  });

describe('A settings file', () => {
  it('is empty at first, and keeps what is set', () => {
    const { file, setAside } = open();
    expect(setAside).toBeUndefined();
    expect(file.content).toEqual({});
    file.set('theme', 'dark');
    file.set('pairing', { tillName: 'Counter 7' });
    file.delete('theme');
    expect(open().file.content).toEqual({ pairing: { tillName: 'Counter 7' } });
  });

  it('is for this user alone', () => {
    open().file.set('theme', 'dark');
    expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['cut in half', '{"pairing":{"tillName":"Coun'],
    ['emptied', ''],
    ['no JSON', 'theme = dark'],
    ['a list', '[1]'],
    ['null', 'null'],
  ])('that is %s is set aside whole, under a dated name', (_how, text) => {
    writeFileSync(path(), text);
    const { file, setAside } = open();
    expect(setAside).toBe(join(folder, 'settings.broken-2026-11-21T04-05-06.json'));
    expect(readFileSync(String(setAside), 'utf8')).toBe(text);
    expect(file.content).toEqual({});
  });

  it('that does not fit is set aside whole', () => {
    writeFileSync(path(), '{"theme":"green"}');
    const { file, setAside } = open((content) => !('theme' in content));
    expect(readFileSync(String(setAside), 'utf8')).toBe('{"theme":"green"}');
    expect(file.content).toEqual({});
  });

  it('never takes the place of one that was set aside in the same second', () => {
    for (const text of ['first', 'second', 'third']) {
      writeFileSync(path(), text);
      open();
    }
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(kept).toEqual(expect.arrayContaining(['first', 'second', 'third']));
  });

  it('that the system does not give is no broken one', () => {
    mkdirSync(path());
    expect(() => open()).toThrow('EISDIR');
  });
});
