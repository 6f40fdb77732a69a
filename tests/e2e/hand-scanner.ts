import { type Page } from 'playwright';

/** From one character to the next, in ms. */
const pauseMs = 20;

/**
 * What a scanner does, as the page is told of it: the keys bear the times at which the scanner pressed them, however busy the
 * computer is that they reach.
 */
export async function scan(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const keys = [
    ...Array.from(text, (key) => ({ key, text: key })),
    { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  ];
  const begin = Date.now() - keys.length * pauseMs;
  const sent = keys.flatMap((key, index) =>
    (['keyDown', 'keyUp'] as const).map((type) =>
      session.send('Input.dispatchKeyEvent', { ...key, type, timestamp: (begin + index * pauseMs) / 1_000 }),
    ),
  );
  await Promise.all(sent);
  await session.detach();
}
