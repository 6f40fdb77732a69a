import { type TFunction } from 'i18next';

const knownStatuses = ['ACTIVE', 'PENDING', 'ACTION_REQUIRED', 'INACTIVE', 'ERROR', 'DELETED'] as const;
type KnownStatus = (typeof knownStatuses)[number];

const isKnown = (status: string): status is KnownStatus =>
  (knownStatuses as readonly string[]).includes(status);

/** A terminal's status in words: what it is, what that means, what to do. `undefined` is one that can't be read. */
export interface StatusWords {
  readonly word: string;
  readonly meaning: string;
  readonly next: string | undefined;
}

export function statusWords(t: TFunction, status: string | undefined, reason?: string): StatusWords {
  if (status === undefined) {
    return {
      word: t('terminals.status.unread'),
      meaning: t('terminals.meaning.unread'),
      next: t('terminals.next.unread'),
    };
  }
  if (!isKnown(status)) {
    return {
      word: status,
      meaning: t('terminals.meaning.other', { status }),
      next: t('terminals.next.other'),
    };
  }
  if (
    status === 'ACTION_REQUIRED' &&
    reason !== undefined &&
    !needsUpdate({ status, statusReason: reason })
  ) {
    return {
      word: t('terminals.status.ACTION_REQUIRED'),
      meaning: t('terminals.meaning.otherReason', { reason }),
      next: t('terminals.next.other'),
    };
  }
  return {
    word: t(`terminals.status.${status}`),
    meaning: t(`terminals.meaning.${status}`),
    next: status === 'ACTIVE' ? undefined : t(`terminals.next.${status}`),
  };
}

interface Reasoned {
  readonly status?: string | undefined;
  readonly statusReason?: string | undefined;
}

/** Whether it must fetch its settings, which a person helps it with. Dintero knows no other reason for now. */
export const needsUpdate = ({ status, statusReason = 'CHECK_UPDATE' }: Reasoned): boolean =>
  status === 'ACTION_REQUIRED' && statusReason === 'CHECK_UPDATE';

/** What a terminal that can't be picked waits for. */
export function waitsFor(t: TFunction, status: string): string {
  if (!isKnown(status)) return t('terminals.waitsFor.other', { status });
  return status === 'ACTIVE' ? '' : t(`terminals.waitsFor.${status}`);
}

/** Whether it can take payments: yes, no, or not known. */
export type Readiness = 'ready' | 'not-ready' | 'not-known';

export const readinessOf = (status: string | undefined): Readiness =>
  status === undefined ? 'not-known' : status === 'ACTIVE' ? 'ready' : 'not-ready';
