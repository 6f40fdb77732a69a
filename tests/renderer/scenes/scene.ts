import { type Page } from 'playwright';
import { type Snapshot } from '../../../shared/contract.ts';
import { fault } from '../../../shared/fault.ts';
import { minorUnits } from '../../../shared/money.ts';
import { type AlarmView, type DeskMatter } from '../../../shared/views/desk.ts';
import { type SimulatedTerminal } from '../../../shared/views/terminal.ts';
import { type Answers, type FakeWire } from '../fake-wire.ts';
import { basketView, nok, now, products, usualBasket } from '../samples/basket-samples.ts';
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
  terminalId: pairing.terminal.terminalId,
  serialNumber: 'SIMULATED-T12345678-001',
  storeName: 'Oslo Center',
  plugged: true,
};

export const training = (over: Partial<Snapshot> = {}): Snapshot =>
  till({ app: { ...quietTill.app, mode: 'training' }, simulatedTerminal: simulated, ...over });

export const sold = { basket: basketView(usualBasket) };
export const catalogue: Answers = { 'catalogue.list': { value: products } };

const second = 1_000;

export const matter = (over: Partial<DeskMatter> = {}): DeskMatter => ({
  kind: 'attempt',
  id: 'attempt-9',
  saleId: 'sale-182',
  saleNumber: 182,
  reference: 'counter1-k3f9-20261120-000182-1',
  state: 'unknown',
  amount: { amount: minorUnits(82_955), currency: nok },
  terminalId: pairing.terminal.terminalId,
  holdsTerminal: true,
  setAside: true,
  overlap: false,
  startedAt: now - 22 * 60 * second,
  lastCheckedAt: now - 9 * second,
  fault: fault('unknown.deadline'),
  ...over,
});

export const alarm: AlarmView = {
  attemptId: 'attempt-9',
  kind: 'double-payment',
  saleId: 'sale-182',
  saleNumber: 182,
  reference: 'counter1-k3f9-20261120-000182-1',
  amount: { amount: minorUnits(82_955), currency: nok },
  raisedAt: now - 4 * second,
};

export const openRail = (name: RegExp) => async (page: Page) => {
  await page.getByRole('navigation').getByRole('button', { name }).click();
};
