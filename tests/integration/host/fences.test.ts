import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Till } from '../../host/launch.ts';
import { ask, buildPreload, startFixture } from './fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'tillside-test-'));
let till: Till;
beforeAll(async () => {
  till = await startFixture(await buildPreload(folder), { profileDir: join(folder, 'profile') });
});
afterAll(async () => {
  await till.kill();
  rmSync(folder, { recursive: true, force: true });
});

const start = 'https://tillside.app.invalid/index.html';
const seen = async (event: string): Promise<void> => {
  await vi.waitFor(async () => expect(await ask(till.page, 'events')).toContain(event));
};
const go = (url: string): Promise<void> => till.page.evaluate((to) => location.assign(to), url);
const isHere = async (): Promise<void> => {
  expect(await ask(till.page, 'echo', 'here')).toBe('here');
  expect(till.page.url()).toBe(start);
};

describe('The page', () => {
  it('is styled and scripted by its own files, and by nothing written into it', async () => {
    expect(await till.page.evaluate(() => document.documentElement.dataset['inline'])).toBeUndefined();
    const heading = till.page.getByRole('heading', { name: 'Fixture' });
    expect(await heading.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(1, 2, 3)');
    expect(till.log.join('\n')).toContain('Content Security Policy');
  });

  it('can be loaded again', async () => {
    await till.page.reload();
    await till.page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
    await till.page.evaluate(() => {
      document.documentElement.dataset['ready'] = 'not yet';
      location.reload();
    });
    await till.page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
    await isHere();
  });

  it('may move within itself', async () => {
    await till.page.getByRole('link', { name: 'Below' }).click();
    expect(till.page.url()).toBe(`${start}#below`);
    await till.page.evaluate(() => history.replaceState(null, '', './index.html'));
  });
});

describe('The line between page and main', () => {
  it('carries plain JSON both ways', async () => {
    const value = { text: 'øre', list: [1, null, true], none: {} };
    expect(await ask(till.page, 'echo', value)).toEqual(value);
    expect(await ask(till.page, 'push', value)).toBe(true);
    await till.page.waitForFunction(() => Array.isArray(Reflect.get(window, 'pushes')));
    await vi.waitFor(async () => {
      expect(await till.page.evaluate((): unknown => Reflect.get(window, 'pushes'))).toContainEqual(value);
    });
  });

  it('keeps the order of what main pushes, and stops when asked', async () => {
    await till.page.evaluate(() => {
      const order: unknown[] = [];
      const stop = window.tillside.subscribe((push) => {
        order.push(push);
        if (order.length === 5) stop();
      });
      Reflect.set(window, 'order', order);
    });
    for (const number of [1, 2, 3, 4, 5, 6]) await ask(till.page, 'push', number);
    await vi.waitFor(async () => {
      expect(await till.page.evaluate((): unknown => Reflect.get(window, 'pushes'))).toContain(6);
    });
    expect(await till.page.evaluate((): unknown => Reflect.get(window, 'order'))).toEqual([1, 2, 3, 4, 5]);
  });

  it('refuses what Electron and Chromium would carry differently', async () => {
    await expect(ask(till.page, 'map')).rejects.toThrow('IPC carries plain JSON only');
    const refused = await till.page.evaluate(() =>
      window.tillside.call('echo', new Date()).catch((error: unknown) => String(error)),
    );
    expect(refused).toContain('IPC carries plain JSON only');
  });

  it('tells of an error in main what Electron tells', async () => {
    await expect(ask(till.page, 'throw')).rejects.toThrow(
      "Error invoking remote method 'tillside:call': Error: planned",
    );
  });

  it('is not reached by page code, other than through what the preload offers', async () => {
    const names = ['electron', 'ipcRenderer', 'contextBridge', 'require', 'module', 'process'];
    expect(await till.page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([]);
    expect(await till.page.evaluate(() => Reflect.set(window, 'tillside', null))).toBe(false);
    const heard = await till.page.evaluate(() => {
      const before = JSON.stringify(Reflect.get(window, 'pushes'));
      for (const name of Object.getOwnPropertyNames(window).filter((key) => /^_[0-9a-f]{24}$/.test(key))) {
        const receiver: unknown = Reflect.get(window, name);
        if (typeof receiver === 'function') {
          Reflect.apply(receiver, undefined, ['guess', 'tillside:push', '[{"part":"forged"}]']);
        }
      }
      return JSON.stringify(Reflect.get(window, 'pushes')) !== before;
    });
    expect(heard).toBe(false);
  });

  it('names the API that the stand-in lacks', async () => {
    await expect(ask(till.page, 'lacking')).rejects.toThrow('no app.setBadgeCount');
    await expect(ask(till.page, 'lacking-module')).rejects.toThrow('no net.fetch');
    await expect(ask(till.page, 'lacking-event')).rejects.toThrow('no event "speed-limit-change"');
  });
});

describe('A page that wants out', () => {
  it.each([
    ['another site', 'https://elsewhere.example/'],
    ['another page of ours', 'https://tillside.app.invalid/other.html'],
    ['a page of its own making', 'about:blank'],
    ['a file', 'file:///etc/passwd'],
  ])('does not get to %s', async (_where, url) => {
    await go(url);
    if (!url.startsWith('file:')) await seen('shell.navigation-refused');
    await isHere();
  });

  it('is not taken along by a link', async () => {
    await till.page.getByRole('link', { name: 'Elsewhere' }).click();
    await seen('shell.navigation-refused');
    await isHere();
  });

  it('gets no window from window.open', async () => {
    expect(await till.page.evaluate(() => window.open('https://elsewhere.example/'))).toBeNull();
    await seen('shell.window-refused');
    expect(till.page.context().pages()).toHaveLength(1);
  });

  it('gets no window from a link', async () => {
    const gone = till.page
      .context()
      .waitForEvent('page')
      .then((popup) => popup.waitForEvent('close'));
    await till.page.getByRole('link', { name: 'New window' }).click();
    await gone;
    expect(till.page.context().pages()).toHaveLength(1);
    await isHere();
  });
});

describe('A page that wants more than it needs', () => {
  it('gets no permission', async () => {
    const [notification, location, camera] = await till.page.evaluate(async () => [
      await Notification.requestPermission(),
      await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
      await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        (error: unknown) => (error instanceof DOMException ? error.name : String(error)),
      ),
    ]);
    expect(notification).toBe('denied');
    expect(location).toBe('denied');
    expect(camera).toMatch(/NotAllowedError|NotFoundError/);
  });

  it('gets no download', async () => {
    await till.page.getByRole('link', { name: 'Download' }).click();
    await seen('shell.download-refused');
    await isHere();
  });

  it('gets no network: no request, no beacon, no WebSocket, no picture', async () => {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(request.url ?? '');
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const outcomes = await till.page.evaluate((to) => {
      const settled = (promise: Promise<unknown>): Promise<string> =>
        promise.then(
          () => 'got through',
          () => 'refused',
        );
      const socket = (): Promise<unknown> => {
        const { promise, resolve, reject } = Promise.withResolvers();
        const opened = new WebSocket(`ws://127.0.0.1:${to}/`);
        opened.onopen = resolve;
        opened.onerror = reject;
        return promise;
      };
      const picture = (): Promise<unknown> => {
        const image = new Image();
        image.src = `http://127.0.0.1:${to}/picture`;
        return image.decode();
      };
      navigator.sendBeacon(`http://127.0.0.1:${to}/beacon`);
      return Promise.all([
        settled(fetch(`http://127.0.0.1:${to}/fetch`)),
        settled(Promise.resolve().then(socket)),
        settled(picture()),
      ]);
    }, port);
    server.close();
    expect(outcomes).toEqual(['refused', 'refused', 'refused']);
    expect(requests).toEqual([]);
  });
});

describe('A page that crashes', () => {
  it('is loaded again once', async () => {
    const context = till.page.context();
    const again = context.waitForEvent('page');
    await till.page.goto('chrome://crash').catch(() => undefined);
    const page = await again;
    await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
    expect(await ask(page, 'events')).toContain('shell.page-gone');
  });
});
