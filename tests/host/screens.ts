import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright';

/** How long a screen may take to show what it should, in ms. */
const patienceMs = 15_000;
const lookMs = 50;

/** Waits until something is so; says what it was instead when it never comes to that. */
export async function until(what: string, read: () => Promise<string | null>, wanted: string): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const seen = await read();
    if (seen === wanted) return;
    if (performance.now() > deadline) throw new Error(`${what} is ${seen ?? 'not there'}, not ${wanted}`);
    await pause(lookMs);
  }
}

/** Of the first such element; `null` when there is none, or it has no such attribute. */
export const attribute = async (element: Locator, name: string): Promise<string | null> =>
  (await element.count()) === 0 ? null : await element.first().getAttribute(name, { timeout: patienceMs });

/** The screens, by the names that automation relies on. */
export class Screens {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(patienceMs);
  }

  /** By its whole name, or by a pattern. */
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** A text field by its whole name. */
  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  /** Goes to one of the places that the rail leads to. */
  async rail(name: string): Promise<void> {
    const item = this.page
      .getByRole('link', { name, exact: true })
      .or(this.page.getByRole('button', { name, exact: true }));
    await item.first().click();
  }

  /** Waits for the screen that a sale begins on. */
  async isSelling(): Promise<void> {
    await this.field('Amount').waitFor();
  }

  /** As it is typed, such as `399.00`. */
  async addAmount(amount: string): Promise<void> {
    await this.field('Amount').fill(amount);
    await this.button('Add amount').click();
  }

  /** Waits for a total in minor units. */
  async basketIs(minorUnits: number): Promise<void> {
    const total = this.page.getByTestId('basket-total');
    await until('The basket', () => attribute(total, 'data-amount'), String(minorUnits));
  }

  /** Charges an amount, up to the moment when the terminal asks for the card. */
  async charge(amount: string): Promise<void> {
    await this.addAmount(amount);
    await this.button(/^Charge/).click();
    await this.paymentIs('waiting-customer');
  }

  /** Waits for a state of the pay screen, by its name in the contract. */
  async paymentIs(state: string): Promise<void> {
    await until('The payment', () => attribute(this.page.getByTestId('payment'), 'data-state'), state);
  }

  /** The `merchant_reference` of the payment on the screen. Throws when there is none. */
  async paymentReference(): Promise<string> {
    const reference = await attribute(this.page.getByTestId('payment'), 'data-reference');
    if (reference === null || reference === '') throw new Error('The payment has no reference');
    return reference;
  }

  /** A button of the simulated terminal beside the till. */
  terminalButton(name: string): Locator {
    return this.page
      .getByRole('region', { name: 'Simulated terminal' })
      .getByRole('button', { name, exact: true });
  }

  /** Waits for a refund to end, and holds the card to the terminal when it asks for it. */
  async refundIsDone(): Promise<void> {
    const tap = this.terminalButton('Tap card');
    const readState = async (): Promise<string | null> => {
      const state = await attribute(this.page.getByTestId('refund'), 'data-state');
      if (state === 'running' && (await tap.isVisible()) && (await tap.isEnabled())) await tap.click();
      return state;
    };
    await until('The refund', readState, 'done');
  }

  /** Opens a list by its name, and takes the first option that fits. */
  async choose(list: string, option: RegExp): Promise<void> {
    await this.page.getByRole('combobox', { name: list, exact: true }).click();
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** A sale, payment or refund in whatever list is shown. */
  sale(reference: string): Locator {
    return this.page.locator(`[data-reference="${reference}"]`).first();
  }
}
