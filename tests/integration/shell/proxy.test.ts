import { describe, expect, it } from 'vitest';
import { createProxyLookup, firstProxy } from '../../../electron/shell/proxy.ts';

describe('The proxy of a list', () => {
  it.each([
    ['DIRECT', undefined],
    ['PROXY proxy.example:3128', 'http://proxy.example:3128/'],
    ['PROXY proxy.example:3128; DIRECT', 'http://proxy.example:3128/'],
    ['DIRECT; PROXY proxy.example:3128', undefined],
    ['HTTPS proxy.example:8443', 'https://proxy.example:8443/'],
    ['HTTP proxy.example:80', 'http://proxy.example/'],
    ['SOCKS5 [::1]:1080', 'socks5://[::1]:1080'],
    ['SOCKS4 proxy.example:1080', 'socks4://proxy.example:1080'],
    ['proxy proxy.example:3128', 'http://proxy.example:3128/'],
    ['NONSENSE; PROXY proxy.example:3128', 'http://proxy.example:3128/'],
    ['', undefined],
  ])('"%s" leads through %s', (list, proxy) => {
    expect(firstProxy(list)?.href).toBe(proxy);
  });

  it('is asked for the very address', async () => {
    const asked: string[] = [];
    const lookup = createProxyLookup({
      resolveProxy: (url) => {
        asked.push(url);
        return Promise.resolve('PROXY proxy.example:3128');
      },
    });
    expect((await lookup(new URL('https://api.example/v1')))?.host).toBe('proxy.example:3128');
    expect(asked).toEqual(['https://api.example/v1']);
  });
});
