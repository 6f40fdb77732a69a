import { type TFunction } from 'i18next';

/** A payout destination's case statuses that stand in the way of payments. */
const knownStatuses = [
  'DECLINED',
  'UNDER_MANUAL_REVIEW',
  'AUTOMATIC_REVIEW',
  'WAITING_FOR_SIGNATURE',
  'WAITING_FOR_DECLARATION',
  'WAITING_FOR_DETAILS',
  'ERROR',
  'ARCHIVED',
  'TERMINATED',
] as const;
type KnownStatus = (typeof knownStatuses)[number];

const isKnown = (status: string): status is KnownStatus =>
  (knownStatuses as readonly string[]).includes(status);

/** What a payout destination waits for, or nothing when it is ready or its status can't be read. */
export function payoutWaitsFor(t: TFunction, status: string | undefined): string | undefined {
  if (status === undefined || status === 'ACTIVE') return undefined;
  return isKnown(status)
    ? t(`pairing.store.payoutStatus.${status}`)
    : t('pairing.store.payoutStatus.other', { status });
}
