import CircleCheck from 'lucide-react/icons/circle-check';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import CircleX from 'lucide-react/icons/circle-x';
import Ban from 'lucide-react/icons/ban';
import Hourglass from 'lucide-react/icons/hourglass';
import Send from 'lucide-react/icons/send';
import { type RefundState } from '../../shared/refund.ts';
import { type Look } from '../pay/payment-look.ts';

/** How a refund's state looks, on every screen alike. */
export const refundLooks: Readonly<Record<RefundState, Look>> = {
  sending: { tone: 'waiting', Icon: Send },
  running: { tone: 'waiting', Icon: Hourglass },
  done: { tone: 'approved', Icon: CircleCheck },
  failed: { tone: 'declined', Icon: CircleX },
  refused: { tone: 'declined', Icon: Ban },
  unknown: { tone: 'unknown', Icon: CircleHelp },
};
