import { type TFunction } from 'i18next';
import { paymentStateSchema } from '../../shared/attempt.ts';
import { refundStateSchema } from '../../shared/refund.ts';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { type SaleState } from '../../shared/views/sale.ts';
import { looks } from '../pay/payment-look.ts';
import { refundLooks } from '../refund/refund-look.ts';
import { type Tone } from '../ui/tag.tsx';

const titles = { attempt: 'desk.payment', orphan: 'desk.orphan', refund: 'desk.refund' } as const;

/** What a matter is called: `Payment · sale 182`. */
export const matterTitle = (t: TFunction, { kind, saleNumber, elsewhere }: DeskMatter): string =>
  saleNumber === undefined
    ? t('desk.refundElsewhere', { reference: elsewhere ?? '' })
    : t(titles[kind], { number: saleNumber });

/** The state of a payment as its tag shows it: a manager's word where there is one. Absent for a word we do not know. */
export function paymentStateOf({ state, mark }: DeskMatter): SaleState | undefined {
  if (mark === 'paid' || mark === 'not-paid') return `marked-${mark}`;
  return paymentStateSchema.safeParse(state).data;
}

/** What somebody must look at is amber, whatever its state. */
export function toneOf(matter: DeskMatter): Tone {
  if (matter.attention || matter.kind === 'orphan') return 'unknown';
  if (matter.kind === 'refund') {
    const state = refundStateSchema.safeParse(matter.state).data;
    return state ? refundLooks[state].tone : 'neutral';
  }
  const state = paymentStateOf(matter);
  return state ? looks[state].tone : 'neutral';
}
