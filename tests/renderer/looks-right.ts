import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from 'playwright';

/**
 * What axe finds on the page, one line for each, by its rule and the first element that breaks it. `colours` asks for
 * what a theme can break, and nothing else.
 */
export async function accessibilityFlaws(page: Page, what: 'all' | 'colours'): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (what === 'all' ? builder : builder.withRules('color-contrast')).analyze();
  const flaws: string[] = [];
  for (const { id, impact, nodes } of violations) {
    for (const node of nodes) {
      // A list that opens over the page belongs to its field, and to no landmark.
      if (id === 'region' && (await isInOpenList(page, node.target.join(' ')))) continue;
      flaws.push(`${id} (${impact ?? 'no impact'}): ${node.html} ${node.failureSummary ?? ''}`);
      break;
    }
  }
  return flaws;
}

const isInOpenList = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.closest('[role="presentation"], [role="listbox"]') !== null);

/**
 * What is cut off: the page or a box that is wider than its place, a box that hides what is below its edge, and a line
 * of text that reaches out of the window.
 */
export const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const slack = 1.5;
    const flaws: string[] = [];
    const name = (element: Element): string =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${element.textContent.slice(0, 60)}`;
    const { documentElement: root } = document;
    if (root.scrollWidth > window.innerWidth + slack) flaws.push(`page is ${root.scrollWidth} px wide`);
    for (const element of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      // What only assistive technology gets to see is one pixel wide.
      if (style.clipPath !== 'none' || style.display === 'none' || element.clientWidth <= 1) continue;
      const isText = element instanceof HTMLInputElement;
      if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + slack) {
        flaws.push(`${isText ? 'text' : 'content'} is wider than its box: ${name(element)}`);
      }
      const hides = style.overflowY === 'hidden' || style.overflowY === 'clip';
      if (hides && element.scrollHeight > element.clientHeight + slack) {
        flaws.push(`content is taller than its box: ${name(element)}`);
      }
    }
    const range = document.createRange();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if ((node.textContent ?? '').trim() === '') continue;
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const hidden = node.parentElement && getComputedStyle(node.parentElement).clipPath !== 'none';
      if (hidden || box.width <= 1) continue;
      if (box.left < -slack || box.right > window.innerWidth + slack) {
        flaws.push(`text reaches out of the window: ${node.textContent ?? ''}`);
      }
    }
    return flaws;
  });

/** Buttons and fields that are smaller than a finger: under 48 pixels in either direction. */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const least = 47.5;
    const targets =
      'button, a[href], [role="button"], [role="combobox"], [role="option"], input[type="text"]';
    return [...document.querySelectorAll(targets)].flatMap((element) => {
      const box = element.getBoundingClientRect();
      const hidden = box.width <= 1 || element.closest('[aria-hidden="true"]');
      // A field is pressed by the box around it.
      const frame = element.closest('[role="group"], label')?.getBoundingClientRect();
      const height = Math.max(box.height, element instanceof HTMLInputElement ? (frame?.height ?? 0) : 0);
      return hidden || (height >= least && box.width >= least)
        ? []
        : [`${Math.round(box.width)}×${Math.round(height)}: ${element.outerHTML.slice(0, 140)}`];
    });
  });
