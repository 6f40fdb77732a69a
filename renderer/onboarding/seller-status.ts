import { type TFunction } from 'i18next';
import Archive from 'lucide-react/icons/archive';
import Ban from 'lucide-react/icons/ban';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark';
import CircleX from 'lucide-react/icons/circle-x';
import FilePen from 'lucide-react/icons/file-pen';
import FileQuestionMark from 'lucide-react/icons/file-question-mark';
import Hourglass from 'lucide-react/icons/hourglass';
import Signature from 'lucide-react/icons/signature';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import UserSearch from 'lucide-react/icons/user-search';
import { type SignerPage } from '../../shared/views/sellers.ts';
import { type LucideIcon } from '../ui/icon.ts';

/** Every `case_status` that Dintero documents, with its picture. */
const icons = {
  ACTIVE: CircleCheck,
  DECLINED: CircleX,
  UNDER_MANUAL_REVIEW: UserSearch,
  AUTOMATIC_REVIEW: Hourglass,
  WAITING_FOR_SIGNATURE: Signature,
  WAITING_FOR_DECLARATION: FilePen,
  WAITING_FOR_DETAILS: FileQuestionMark,
  ERROR: TriangleAlert,
  ARCHIVED: Archive,
  TERMINATED: Ban,
} as const satisfies Readonly<Record<string, LucideIcon>>;
type KnownStatus = keyof typeof icons;

const isKnown = (status: string): status is KnownStatus => Object.hasOwn(icons, status);

/** A seller's status in a picture and words: what it is, what that means, what comes next. */
export interface SellerStatusWords {
  readonly Icon: LucideIcon;
  readonly word: string;
  readonly meaning: string;
  readonly next: string;
}

/** `undefined` is a status that is not told; one that is not known is shown as it is. */
export function sellerStatus(t: TFunction, status: string | undefined): SellerStatusWords {
  if (status === undefined) {
    return {
      Icon: CircleQuestionMark,
      word: t('sellers.status.unread'),
      meaning: t('sellers.meaning.unread'),
      next: t('sellers.next.unread'),
    };
  }
  if (!isKnown(status)) {
    return {
      Icon: CircleQuestionMark,
      word: status,
      meaning: t('sellers.meaning.other', { status }),
      next: t('sellers.next.other'),
    };
  }
  return {
    Icon: icons[status],
    word: t(`sellers.status.${status}`),
    meaning: t(`sellers.meaning.${status}`),
    next: t(`sellers.next.${status}`),
  };
}

/** Whether it can carry a store. */
export const isReady = (status: string | undefined): boolean => status === 'ACTIVE';

/** The statuses that wait for the signer, and the page that is for each. */
const pageFor: Readonly<Partial<Record<string, SignerPage>>> = {
  WAITING_FOR_DETAILS: 'declaration',
  WAITING_FOR_DECLARATION: 'declaration',
  WAITING_FOR_SIGNATURE: 'contract',
};

/** The page that the signer must go through now. */
export const pageNow = (status: string | undefined): SignerPage | undefined => pageFor[status ?? ''];

/** Whether the signer may have something to do: also when nobody can tell. */
export const waitsForSigner = (status: string | undefined): boolean =>
  status === undefined || !isKnown(status) || pageNow(status) !== undefined;
