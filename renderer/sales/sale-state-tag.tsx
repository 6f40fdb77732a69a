import { useTranslation } from 'react-i18next';
import { type SaleState } from '../../shared/views/sale.ts';
import { looks } from '../pay/payment-look.ts';
import { Tag } from '../ui/tag.tsx';

/** What became of a sale, in a word, an icon and a tone. */
export function SaleStateTag({ state }: { readonly state: SaleState }) {
  const { t } = useTranslation();
  const { tone, Icon } = looks[state];
  return (
    <Tag tone={tone} icon={<Icon size="1.125rem" aria-hidden />}>
      {t(`sales.state.${state}`)}
    </Tag>
  );
}
