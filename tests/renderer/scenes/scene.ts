import { type Page } from 'playwright';
import { type Snapshot } from '../../../shared/contract.ts';
import { type SimulatedTerminal } from '../../../shared/views/terminal.ts';
import { type Answers, type FakeWire } from '../fake-wire.ts';
import { basketView, products, usualBasket } from '../samples/basket-samples.ts';
import { pairing, quietTill } from '../samples/till-samples.ts';

/** A screen in a state: what main shows, how it answers, and what a person does before one looks. */
export interface Scene {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly answers?: Answers;
  /** Main does not answer at all. */
  readonly broken?: boolean;
  readonly prepare?: (page: Page, wire: FakeWire) => Promise<void>;
}

export const till = (over: Partial<Snapshot> = {}): Snapshot => ({ ...quietTill, ...over });

export const simulated: SimulatedTerminal = {
  terminalId: pairing.defaultTerminalId,
  serialNumber: 'SIMULATED-T12345678-001',
  storeName: 'Oslo Center',
  plugged: true,
};

export const training = (over: Partial<Snapshot> = {}): Snapshot =>
  till({ app: { ...quietTill.app, mode: 'training' }, simulatedTerminal: simulated, ...over });

export const sold = { basket: basketView(usualBasket) };
export const catalogue: Answers = { 'catalogue.list': { value: products } };

export const openRail = (name: RegExp) => async (page: Page) => {
  await page.getByRole('navigation').getByRole('button', { name }).click();
};
