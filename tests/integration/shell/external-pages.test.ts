import { describe, expect, it } from 'vitest';
import { createPageOpener } from '../../../electron/shell/external-pages.ts';
import { silentLog } from '../../../electron/support/log.ts';

describe('a page outside of the window', () => {
  it('is opened by the system', async () => {
    const opened: string[] = [];
    const open = createPageOpener(
      { openExternal: (url) => Promise.resolve(void opened.push(url)) },
      silentLog,
    );
    expect(await open(new URL('https://sandbox.dintero.com/declaration/x'))).toEqual({
      ok: true,
      value: null,
    });
    expect(opened).toEqual(['https://sandbox.dintero.com/declaration/x']);
  });

  it.each(['http://dintero.com/', 'file:///etc/passwd', 'javascript:alert(1)', 'mailto:a@b.no', 'app://x/'])(
    'is not opened when it is %s',
    async (address) => {
      const open = createPageOpener(
        { openExternal: () => Promise.reject(new Error('It was opened')) },
        silentLog,
      );
      expect(await open(new URL(address))).toMatchObject({ error: { code: 'setup.link-unsafe' } });
    },
  );

  it('that no browser takes is told', async () => {
    const open = createPageOpener({ openExternal: () => Promise.reject(new Error('none')) }, silentLog);
    expect(await open(new URL('https://dintero.com/'))).toMatchObject({ error: { code: 'setup.browser' } });
  });
});
