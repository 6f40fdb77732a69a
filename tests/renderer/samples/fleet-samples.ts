import { type StoreSeller, type StoreView } from '../../../shared/views/stores.ts';
import { type FleetTerminal } from '../../../shared/views/terminals.ts';
import { pairedTerminal } from './till-samples.ts';

export const accountStores: readonly StoreView[] = [
  {
    storeId: 'oslo-center',
    dinteroId: 'T12345678-0001',
    name: 'Oslo Center',
    organisationNumber: '923663487',
    payoutDestinationId: 'seller-1',
    payoutStatus: 'ACTIVE',
    terminals: 4,
  },
  {
    storeId: 'bergen-harbour',
    dinteroId: 'T12345678-0002',
    name: 'Bergen Harbour',
    organisationNumber: '974760673',
    payoutDestinationId: 'seller-2',
    payoutStatus: 'WAITING_FOR_SIGNATURE',
    terminals: 0,
  },
  { storeId: 'pop-up', name: 'Pop-up', terminals: 1 },
];

export const storeSellers: readonly StoreSeller[] = [
  {
    payoutDestinationId: 'seller-1',
    name: 'Oslo Coffee AS',
    status: 'ACTIVE',
    organisationNumber: '923663487',
    individual: false,
  },
  {
    payoutDestinationId: 'seller-2',
    name: 'Bergen Coffee AS',
    status: 'WAITING_FOR_SIGNATURE',
    individual: false,
  },
];

const inOslo = { model: 'SATURN1000', storeId: 'oslo-center' } as const;

/** One of the account for each status that Dintero may tell, and one for a status that nobody knows. */
export const fleetTerminals: readonly FleetTerminal[] = [
  { ...inOslo, terminalId: pairedTerminal.terminalId, serialNumber: '158222602607', status: 'ACTIVE' },
  { ...inOslo, terminalId: 'T12345678-T0002', serialNumber: '158222602611', status: 'ACTIVE' },
  {
    ...inOslo,
    terminalId: 'T12345678-T0003',
    serialNumber: '158222602612',
    status: 'ACTION_REQUIRED',
    statusReason: 'CHECK_UPDATE',
  },
  { terminalId: 'T12345678-T0004', serialNumber: '158222602619', storeId: 'pop-up', status: 'PENDING' },
  { ...inOslo, terminalId: 'T12345678-T0005', serialNumber: '158222602623', status: 'INACTIVE' },
  { ...inOslo, terminalId: 'T12345678-T0006', serialNumber: '158222602624', status: 'ERROR' },
  { ...inOslo, terminalId: 'T12345678-T0007', serialNumber: '158222602625', status: 'DELETED' },
  { ...inOslo, terminalId: 'T12345678-T0008', serialNumber: '158222602630', status: 'QUARANTINED' },
  { terminalId: 'T12345678-T0009' },
];

/** So many terminals that nobody scrolls through them. */
export const largeFleet = (count: number): readonly FleetTerminal[] =>
  Array.from({ length: count }, (_, index) => ({
    ...inOslo,
    terminalId: `T12345678-T${String(index + 1).padStart(4, '0')}`,
    serialNumber: String(700_000_000_000 + index * 7),
    status: index % 97 === 3 ? 'ERROR' : 'ACTIVE',
  }));
