import { useTranslation } from 'react-i18next';
import { refundStateSchema } from '../../shared/refund.ts';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { refundLooks } from '../refund/refund-look.ts';
import { SaleStateTag } from '../sales/sale-state-tag.tsx';
import { Tag } from '../ui/tag.tsx';
import { paymentStateOf } from './matter-look.ts';

/** Where a matter stands, as the other screens show it. */
export function MatterTag({ matter }: { readonly matter: DeskMatter }) {
  const { t } = useTranslation();
  if (matter.kind !== 'refund') {
    const state = paymentStateOf(matter);
    return state ? <SaleStateTag state={state} /> : <Tag>{matter.state}</Tag>;
  }
  const state = refundStateSchema.safeParse(matter.state).data;
  if (!state) return <Tag>{matter.state}</Tag>;
  const { tone, Icon } = refundLooks[state];
  return (
    <Tag tone={tone} icon={<Icon size="1.125rem" aria-hidden />}>
      {t(`sales.refundState.${state}`)}
    </Tag>
  );
}
