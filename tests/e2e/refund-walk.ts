import type { Screens } from '../host/screens.ts';
import { entries } from './till-test.ts';

const { manager } = entries;

/** Sells two lines, 250.00 and 149.00, and opens the refund of that sale. Gives its reference. */
export async function sellAndOpenRefund(screens: Screens, tap: () => void): Promise<string> {
  await screens.addAmount('250.00');
  await screens.charge('149.00');
  tap();
  await screens.paymentIs('approved');
  const reference = await screens.paymentReference();
  await screens.button('New sale').click();
  await openRefund(screens, reference);
  return reference;
}

/** Opens the refund of a sale from the list of sales. */
export async function openRefund(screens: Screens, reference: string): Promise<void> {
  await screens.rail('Sales');
  await screens.sale(reference).click();
  await screens.button('Refund').click();
  await screens.field('Refund amount').waitFor();
}

/** Gives a reason, and the manager's PIN unless another is given. */
export async function approveRefund(screens: Screens, pin: string = manager.pin): Promise<void> {
  await screens.choose('Reason', /Customer return/);
  await screens.choose('Approved by', new RegExp(manager.name));
  await screens.field('PIN').fill(pin);
}
