import { describe, expect, it } from 'vitest';
import { pageAddress } from '../../../electron/shell/page-address.ts';
import { isTrustedSender } from '../../../electron/shell/trusted-sender.ts';

const built = pageAddress(undefined, true);
const dev = pageAddress('http://localhost:5173', false);

describe('The address of the page', () => {
  it('is the built one unless a dev server serves an unpackaged app', () => {
    expect(built.start).toBe('app://tillside/index.html');
    expect(pageAddress('http://localhost:5173', true).start).toBe('app://tillside/index.html');
    expect(pageAddress('no address', false).start).toBe('app://tillside/index.html');
    expect(dev.start).toBe('http://localhost:5173/');
  });

  it.each([
    ['app://tillside/index.html', true],
    ['app://tillside/assets/main.js', true],
    ['app://tillside.example/index.html', false],
    ['app://elsewhere/index.html', false],
    ['https://tillside/index.html', false],
    ['data:text/html,app://tillside/', false],
    ['about:blank', false],
    ['', false],
  ])('owns %s: %s', (url, owned) => {
    expect(built.owns(url)).toBe(owned);
  });

  it('is reached again by its own address alone', () => {
    expect(built.isStart('app://tillside/index.html#sales')).toBe(true);
    expect(built.isStart('app://tillside/index.html?next=https://x')).toBe(false);
    expect(built.isStart('app://tillside/other.html')).toBe(false);
    expect(built.isStart('')).toBe(false);
  });

  it('lets a page load its own files, and the network of a dev server only in development', () => {
    expect(built.mayLoad('app://tillside/assets/main.js')).toBe(true);
    expect(built.mayLoad('data:image/png;base64,AA')).toBe(true);
    for (const url of [
      'https://api.example/',
      'ws://tillside/',
      'file:///etc/passwd',
      'devtools://devtools/x',
      '',
    ]) {
      expect(built.mayLoad(url)).toBe(false);
    }
    expect(dev.mayLoad('ws://localhost:5173/')).toBe(true);
    expect(dev.mayLoad('http://localhost:5173/main.tsx')).toBe(true);
    expect(dev.mayLoad('http://localhost:5174/')).toBe(false);
  });
});

describe('A trusted sender', () => {
  const from = (url: string, parent: object | null = null) => ({ senderFrame: { url, parent } });

  it('is the top frame of our own page', () => {
    expect(isTrustedSender(from('app://tillside/index.html'), built)).toBe(true);
    expect(isTrustedSender(from('http://localhost:5173/'), dev)).toBe(true);
  });

  it('is no frame within it, no other page, and none that has gone', () => {
    expect(isTrustedSender(from('app://tillside/index.html', {}), built)).toBe(false);
    expect(isTrustedSender(from('http://localhost:5173/'), built)).toBe(false);
    expect(isTrustedSender(from('app://elsewhere/index.html'), built)).toBe(false);
    expect(isTrustedSender({ senderFrame: null }, built)).toBe(false);
  });
});
