import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, fileFor, respond } from '../../../electron/shell/app-protocol.ts';

const parent = mkdtempSync(join(tmpdir(), 'tillside-test-'));
const folder = join(parent, 'renderer');
beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'main.js.map'), '{}');
  writeFileSync(join(parent, 'secret.txt'), 'secret');
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const get = (url: string, method = 'GET'): Promise<Response> => respond({ url, method }, folder);

describe('The file for an address', () => {
  it('is the one inside the folder', () => {
    expect(fileFor('app://tillside/index.html', folder)).toBe(join(folder, 'index.html'));
    expect(fileFor('app://tillside/assets/main.js?v=1#x', folder)).toBe(join(folder, 'assets', 'main.js'));
    expect(fileFor('app://tillside/..hidden', folder)).toBe(join(folder, '..hidden'));
  });

  it.each([
    'app://tillside/',
    'app://tillside/../secret.txt',
    'app://tillside/%2e%2e/secret.txt',
    'app://tillside/%2e%2e%2fsecret.txt',
    'app://tillside/assets/..%2f..%2fsecret.txt',
    'app://tillside/..',
    'app://tillside/index.html%00.png',
    'app://tillside/%E0%A4%A',
    'app://elsewhere/index.html',
    'https://tillside/index.html',
    'no address',
  ])('is none for %s', (url) => {
    const file = fileFor(url, folder);
    // What URL itself has flattened may name a file inside, but never one beside the folder.
    expect(file === undefined || file.startsWith(join(folder, '/'))).toBe(true);
    if (url !== 'app://tillside/../secret.txt' && url !== 'app://tillside/%2e%2e/secret.txt') {
      expect(file).toBeUndefined();
    }
  });
});

describe('An answer of the app protocol', () => {
  it('carries the file with its type and every protection', async () => {
    const answer = await get('app://tillside/index.html');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<!doctype html>');
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-security-policy': contentSecurityPolicy,
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  it('says what a script is', async () => {
    const answer = await get('app://tillside/assets/main.js');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    ['a missing file', 'app://tillside/missing.js'],
    ['a folder', 'app://tillside/assets'],
    ['a file of a kind that pages do not load', 'app://tillside/assets/main.js.map'],
    ['a file beside the folder', 'app://tillside/%2e%2e%2fsecret.txt'],
  ])('is "not found" for %s, with the policy', async (_what, url) => {
    const answer = await get(url);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(await answer.text()).toBe('');
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('is a refusal for %s', async (method) => {
    const answer = await get('app://tillside/index.html', method);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
  });
});
