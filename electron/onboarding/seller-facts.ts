import type { Seller, SellerView } from '../../shared/views/sellers.ts';
import type { Approval, PayoutDestination } from '../dintero/payout-destinations.ts';

/** What is known of one seller: where it is paid out to, once it may be, and the case that led or leads there. */
export interface SellerFacts {
  readonly destination?: PayoutDestination | undefined;
  readonly approval?: Approval | undefined;
}

/** Every seller that either list names, by name. */
export function sellersOf(
  destinations: readonly PayoutDestination[],
  approvals: readonly Approval[],
): readonly Seller[] {
  const destinationOf = new Map(destinations.map((one) => [one.payout_destination_id, one]));
  const approvalsOf = Map.groupBy(approvals, ({ payout_destination_id: id }) => id);
  return [...new Set([...destinationOf.keys(), ...approvalsOf.keys()])]
    .map((id) =>
      sellerOf(id, { destination: destinationOf.get(id), approval: newestOf(approvalsOf.get(id) ?? []) }),
    )
    .sort((one, other) => calledBy(one).localeCompare(calledBy(other)));
}

const calledBy = ({ name, payoutDestinationId }: Seller): string => name ?? payoutDestinationId;

/** The case that counts where there are several: somebody may have applied again. */
export const newestOf = (approvals: readonly Approval[]): Approval | undefined =>
  approvals.toSorted((one, other) => (one.created_at ?? '').localeCompare(other.created_at ?? '')).at(-1);

/** A seller in short. The payout destination itself knows best; its case fills in what it does not tell. */
export function sellerOf(payoutDestinationId: string, { destination, approval }: SellerFacts): Seller {
  return {
    payoutDestinationId,
    status: destination?.case_status ?? approval?.case_status,
    name:
      destination?.payout_destination_name ??
      approval?.payout_destination_name ??
      destination?.organization?.name ??
      destination?.individual?.name ??
      approval?.individual?.name,
    type: destination?.type ?? approval?.type,
    organisationNumber: destination?.organization?.organization_number ?? approval?.organization_number,
    stores: destination?.number_of_stores,
    terminals: destination?.number_of_terminals,
  };
}

/** The two lists call the same interval by different words. */
const intervals: Readonly<Record<string, string>> = { day: 'daily', week: 'weekly', month: 'monthly' };

const tailLength = 4;

/** What only the seller's own screen shows. */
export function detailsOf({
  destination,
  approval,
}: SellerFacts): Pick<
  SellerView,
  'payoutReference' | 'payoutInterval' | 'accountTail' | 'signerName' | 'signerEmail'
> {
  const interval = approval?.payout_interval_type ?? destination?.payout_interval_type;
  const [account] = approval?.bank_accounts ?? destination?.bank_accounts ?? [];
  return {
    payoutReference: approval?.payout_reference,
    payoutInterval: interval === undefined ? undefined : (intervals[interval] ?? interval),
    accountTail: account?.bank_account_number?.slice(-tailLength),
    signerName: approval?.form_submitter?.name,
    signerEmail: approval?.form_submitter?.email,
  };
}
