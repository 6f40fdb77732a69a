import type { Locator, Page } from 'playwright';

/** More than any screen has to tab through. */
const mostTabs = 80;
const mostArrows = 20;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Moves there as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let press = 0; press < mostTabs; press += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never came there');
}

/** Types into a field that Tab leads to. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Presses a button that Tab leads to. */
export async function pressKey(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

/** Picks one of a list of radio buttons: Tab leads into it, the arrows within. */
export async function pickRadio(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const within = page.locator('[role=radio]:focus');
  for (let press = 0; press < mostTabs && (await within.count()) === 0; press += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  for (let press = 0; press < mostArrows; press += 1) {
    if ((await target.getAttribute('aria-checked')) === 'true') return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error('The arrows never came there');
}

/** Picks from a list that opens below its field. */
export async function pickOption(page: Page, field: Locator, option: string | RegExp): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Enter');
  const wanted = page.getByRole('option', { name: option });
  // Before a row has the keys, Enter would only close the list.
  await page.locator('[role=option][data-highlighted]').waitFor();
  for (let press = 0; press < mostArrows; press += 1) {
    if ((await wanted.getAttribute('data-highlighted')) !== null) {
      await page.keyboard.press('Enter');
      await wanted.waitFor({ state: 'hidden' });
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error('The arrows never came there');
}
