import { type LucideIcon } from '../ui/icon.ts';
import Ban from 'lucide-react/icons/ban';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import CircleSlash from 'lucide-react/icons/circle-slash';
import CircleX from 'lucide-react/icons/circle-x';
import CreditCard from 'lucide-react/icons/credit-card';
import Hourglass from 'lucide-react/icons/hourglass';
import Nfc from 'lucide-react/icons/nfc';
import Send from 'lucide-react/icons/send';
import Undo2 from 'lucide-react/icons/undo-2';
import UserCheck from 'lucide-react/icons/user-round-check';
import UserX from 'lucide-react/icons/user-round-x';
import { type SaleState } from '../../shared/views/sale.ts';
import { type Tone } from '../ui/tag.tsx';

/** How a state looks: its tone and its icon. The word comes from the dictionary. */
export interface Look {
  readonly tone: Tone;
  readonly Icon: LucideIcon;
}

/** Every state of a payment and of a sale, once, so that all screens show it alike. */
export const looks: Readonly<Record<SaleState, Look>> = {
  sending: { tone: 'waiting', Icon: Send },
  'waiting-terminal': { tone: 'waiting', Icon: Nfc },
  'waiting-customer': { tone: 'waiting', Icon: CreditCard },
  cancelling: { tone: 'waiting', Icon: Hourglass },
  authorized: { tone: 'approved', Icon: Hourglass },
  approved: { tone: 'approved', Icon: CircleCheck },
  declined: { tone: 'declined', Icon: CircleX },
  cancelled: { tone: 'neutral', Icon: CircleSlash },
  failed: { tone: 'declined', Icon: CircleX },
  refused: { tone: 'declined', Icon: Ban },
  unknown: { tone: 'unknown', Icon: CircleHelp },
  refunded: { tone: 'neutral', Icon: Undo2 },
  'partly-refunded': { tone: 'neutral', Icon: Undo2 },
  // A manager's word is no outcome: nobody knows still.
  'marked-paid': { tone: 'unknown', Icon: UserCheck },
  'marked-not-paid': { tone: 'unknown', Icon: UserX },
};
