import type { SandboxOptions } from './options.ts';
import type { State, Terminal } from './records.ts';
import { type Reply, refuse } from './reply.ts';
import type { SessionBody } from './request-bodies.ts';

/** Whether the lines are the amount. Enforced at Dintero only with the `strict-session-amounts` toggle. */
export function checkAmounts({ order }: SessionBody): Reply | undefined {
  if (!order.items || order.partial_payment === true) return undefined;
  const items = order.items.reduce((sum, { amount }) => sum + amount, 0);
  const sum = items + (order.shipping_option?.amount ?? 0);
  if (sum === order.amount) return undefined;
  return refuse(400, `order.amount is ${order.amount}, and its items are ${sum}`);
}

/**
 * The trio of store, terminal and payout destination that a payment on a terminal needs.
 * https://docs.dintero.com/docs/checkout/in-person/creating-terminal-session
 */
export function checkPlace(
  { order }: SessionBody,
  state: State,
  { terminalRefusedStatus }: SandboxOptions,
): Terminal | Reply {
  const { store: place } = order;
  const store = state.stores.find(({ store_id: id }) => id === place.id);
  if (!store) return refuse(400, 'order.store.id is not a store of this account');
  if (store.payout_destination_id !== place.payout_destination_id) {
    return refuse(400, 'order.store.payout_destination_id is not that of the store');
  }
  const terminal = state.terminals.find(({ terminal_id: id }) => id === place.terminal_id);
  if (!terminal || terminal.store_id !== store.store_id) {
    return refuse(terminalRefusedStatus, 'order.store.terminal_id is not a terminal of this store');
  }
  if (terminal.status !== 'ACTIVE') {
    return refuse(terminalRefusedStatus, `The terminal is ${terminal.status}`);
  }
  return terminal;
}

/** The payment methods that a configuration enables, such as `seitatech.in_person`. */
export function enabledMethods(configuration: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(configuration).flatMap(([name, value]) => methodsIn(name, value));
}

function methodsIn(name: string, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || !('type' in value)) return [];
  if (value.type === 'payment_product_type') {
    return 'enabled' in value && value.enabled === true ? [name] : [];
  }
  if (value.type !== 'payment_type') return [];
  const own = 'enabled' in value && value.enabled === true ? [name] : [];
  return [...own, ...Object.entries(value).flatMap(([key, one]) => methodsIn(`${name}.${key}`, one))];
}

export const inPerson = 'seitatech.in_person';
