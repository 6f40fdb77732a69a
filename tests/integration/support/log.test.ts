import { existsSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Log, openLog } from '../../../electron/support/log.ts';
import { Redactor } from '../../../electron/support/redact.ts';
import { HandClock } from '../hand-clock.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const dayMs = 24 * 60 * 60 * 1_000;

let folder: string;
let clock: HandClock;
let redactor: Redactor;
let log: Log;

beforeEach(() => {
  folder = temporaryFolder();
  clock = new HandClock(Date.UTC(2026, 10, 20, 12, 30));
  redactor = new Redactor();
  log = openLog(folder, clock, redactor);
});

const textOf = (day = '2026-11-20'): string => readFileSync(join(folder, `till-${day}.log`), 'utf8');
const linesOf = (day?: string): readonly unknown[] =>
  textOf(day)
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

describe('The log', () => {
  it('is one JSON object a line, with its level, time and event', () => {
    log.info('app.started', { version: '1.2.3' });
    log.warn('dintero.no-answer');
    expect(linesOf()).toEqual([
      { level: 'info', at: '2026-11-20T12:30:00.000Z', event: 'app.started', version: '1.2.3' },
      { level: 'warn', at: '2026-11-20T12:30:00.000Z', event: 'dintero.no-answer' },
    ]);
  });

  it('names an error with its causes', () => {
    const cause = new Error('the socket hung up');
    log.error('payments.bug', { error: new Error('no answer', { cause }) });
    expect(textOf()).toContain('the socket hung up');
  });

  // Elsewhere there are no such modes.
  it.runIf(process.platform !== 'win32')('is for this user alone, and so is its folder', () => {
    const logs = join(folder, 'logs');
    openLog(logs, clock, redactor).info('app.started');
    const modes = [logs, join(logs, 'till-2026-11-20.log')].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
  });

  it('goes on in the file of the day when the till is opened again', () => {
    log.info('app.started');
    openLog(folder, clock, redactor).info('app.started');
    expect(linesOf()).toHaveLength(2);
  });
});

describe('A log of many days', () => {
  it('begins a file for each day that the till stays open', async () => {
    log.info('first');
    await clock.pass(dayMs);
    log.info('second');
    expect(linesOf('2026-11-20')).toMatchObject([{ event: 'first' }]);
    expect(linesOf('2026-11-21')).toMatchObject([{ event: 'second' }]);
  });

  it('keeps a month', () => {
    writeFileSync(join(folder, 'till-2026-10-20.log'), '');
    writeFileSync(join(folder, 'till-2026-10-21.log'), '');
    log.info('app.started');
    expect(readdirSync(folder).toSorted()).toEqual(['till-2026-10-21.log', 'till-2026-11-20.log']);
  });

  it('drops what is too old while the till stays open, too', async () => {
    log.info('first');
    await clock.pass(31 * dayMs);
    log.info('a month later');
    expect(readdirSync(folder)).toEqual(['till-2026-12-21.log']);
  });

  it('leaves the files of others in its folder alone', () => {
    for (const name of ['notes-2020-01-01.log', 'till-2020-01-01.log.bak', 'till-old.log']) {
      writeFileSync(join(folder, name), '');
    }
    log.info('app.started');
    expect(readdirSync(folder)).toHaveLength(4);
  });
});

describe.runIf(existsSync('/dev/full'))('A log on a full disk', () => {
  const file = (): string => join(folder, 'till-2026-11-20.log');
  beforeEach(() => symlinkSync('/dev/full', file()));

  it('does not stop what is being logged', () => {
    expect(() => log.info('dintero.answer')).not.toThrow();
  });

  it('goes on when there is room again', () => {
    log.info('lost');
    rmSync(file());
    log.info('kept');
    expect(linesOf()).toMatchObject([{ event: 'kept' }]);
  });
});

describe('A secret that the till knows (E2)', () => {
  const secret = 'planted+Secret/42==';

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['as a value', { note: secret }],
    ['deep within a value', { sent: { headers: [{ value: `key ${secret}` }] } }],
    ['as the name of a value', { [secret]: true }],
    ['in an error', { error: new Error(`login with ${secret} failed`) }],
    ['in the cause of an error', { error: new Error('failed', { cause: new Error(secret) }) }],
    ['in an address', { to: `https://api.example/?key=${encodeURIComponent(secret)}` }],
    ['in the text of an answer', { text: JSON.stringify({ error: { received: secret } }) }],
    ['in a form that base64 gave it', { note: Buffer.from(secret).toString('base64') }],
  ])('does not reach the file %s', (_where, detail) => {
    redactor.learn(secret);
    log.warn('dintero.refusal', detail);
    expect(textOf()).toContain('«redacted»');
    expect(textOf()).not.toMatch(/planted|cGxhbnRlZ/);
  });

  it('does not reach the file from a text that was written as JSON twice', () => {
    const quoted = 'planted"secret\\of 42';
    redactor.learn(quoted);
    log.warn('dintero.refusal', { text: JSON.stringify({ received: JSON.stringify({ key: quoted }) }) });
    expect(textOf()).not.toMatch(/planted|of 42/);
  });

  it('leaves nothing of itself behind when the till knows its beginning as another secret', () => {
    redactor.learn('planted-secret');
    redactor.learn('planted-secret-whole');
    log.warn('dintero.refusal', { text: 'planted-secret-whole' });
    expect(linesOf()).toMatchObject([{ text: '«redacted»' }]);
  });

  it('is masked from when it is learned, in a log that is open already', () => {
    log.info('first', { note: 'nothing secret' });
    redactor.learn(secret);
    log.info('second', { note: secret });
    expect(textOf()).not.toContain(secret);
  });
});

describe('A secret that the till does not know (E2)', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a PIN', { order: { pin: '482915', repeatPin: '482915' } }],
    ['a client secret', { input: { clientSecret: '482915' } }],
    ['a token', { answer: { access_token: '482915' } }],
    ['a client secret in the text of an answer', { text: '{"client_secret": "482915"}' }],
    [
      'a token in an answer within an answer',
      { text: JSON.stringify({ body: '{"access_token":"482915"}' }) },
    ],
    ['a header', { headers: { authorization: 'Basic NDgyOTE1Ojq0ODI5MTU=' } }],
    ['a client secret in a form', { text: 'grant_type=x&client_secret=482915&audience=y' }],
  ])('does not reach the file as %s', (_what, detail) => {
    log.warn('dintero.refusal', detail);
    expect(textOf()).toContain('«redacted»');
    expect(textOf()).not.toMatch(/482915|NDgyOTE1/);
  });

  it.each([
    ['a plain one', '482915'],
    ['none at all', ''],
    ['one with a quote', '48"2915'],
    ['one that ends in a backslash', '482915\\\\'],
  ])('takes nothing with it of what stands beside it: %s', (_which, pin) => {
    const text = (value: string): string => JSON.stringify({ pin: value, reference: 'till-1' });
    const within = (value: string): string => JSON.stringify({ body: text(value), reference: 'till-1' });
    log.warn('dintero.refusal', { pin, text: text(pin), within: within(pin), status: 400 });
    expect(linesOf()).toMatchObject([
      { pin: '«redacted»', text: text('«redacted»'), within: within('«redacted»'), status: 400 },
    ]);
  });

  it('does not reach the file when its text was cut off within it', () => {
    log.warn('dintero.refusal', { text: '{"access_token":"482915', status: 400 });
    expect(linesOf()).toMatchObject([{ text: '{"access_token":"«redacted»', status: 400 }]);
  });
});
