import type { Account, Answer } from './account.ts';
import { type Effects } from './option-effect.ts';

const account = '/v1/accounts/T00000001';
const osloId = 'T00000001-0001';

const register = (at: Account, body: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  at.post(`${account}/terminals`, {
    device_serial_number: '158222607285',
    store_id: 'oslo-center',
    ...body,
  });

const create = (at: Account, body: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  at.post(`${account}/stores`, {
    store_name: 'Oslo West',
    organization: { organization_number: '923663487' },
    payout_destination: { payout_destination_id: 'seller-1' },
    ...body,
  });

const statusOf = ({ body }: Answer): unknown => (body as { readonly status?: unknown }).status;

/** Registers a terminal, lets time pass, in ms, and tells its status. */
const afterwards =
  (ms: number) =>
  async (at: Account): Promise<unknown> => {
    await register(at);
    await at.clock.pass(ms);
    return statusOf(await at.get(`${account}/terminals/T00000001-T0005`));
  };

/** Options of the account: its stores, and how its terminals come about. */
export const accountOptions = {
  terminalStoreId: {
    look: async (at) => [(await register(at, { store_id: osloId })).status, (await register(at)).status],
    usual: [400, 200],
    changed: [['dintero', [200, 400]]],
  },
  unknownReferenceStatus: {
    look: async (at) => (await register(at, { store_id: 'nowhere' })).status,
    usual: 400,
    changed: [[404, 404]],
  },
  alreadyThereStatus: {
    look: async (at) => [
      (await register(at, { device_serial_number: 'SIMULATED-T00000001-001' })).status,
      (await create(at, { store_id: 'oslo-center' })).status,
    ],
    usual: [409, 409],
    changed: [[400, [400, 400]]],
  },
  organizationRefusedStatus: {
    look: async (at) => (await create(at, { organization: { organization_number: '974760673' } })).status,
    usual: 400,
    changed: [[409, 409]],
  },
  waitingDestination: {
    look: async (at) =>
      (
        await create(at, {
          organization: { organization_number: '974760673' },
          payout_destination: { payout_destination_id: 'seller-2' },
        })
      ).status,
    usual: 400,
    changed: [['take', 200]],
  },
  simulatedTerminals: {
    look: async (at) => statusOf(await register(at, { device_serial_number: 'SIMULATED-T00000001-005' })),
    usual: 'ACTIVE',
    changed: [['as-real-ones', 'PENDING']],
  },
  pendingMs: {
    look: afterwards(4_999),
    usual: 'PENDING',
    changed: [
      [4_999, 'ACTION_REQUIRED'],
      [0, 'ACTION_REQUIRED'],
    ],
  },
  afterPending: {
    look: afterwards(5_000),
    usual: 'ACTION_REQUIRED',
    changed: [['active', 'ACTIVE']],
  },
} satisfies Effects;
