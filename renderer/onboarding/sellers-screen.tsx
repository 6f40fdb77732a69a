import ChevronRight from 'lucide-react/icons/chevron-right';
import Landmark from 'lucide-react/icons/landmark';
import Plus from 'lucide-react/icons/plus';
import { useTranslation } from 'react-i18next';
import { type Seller } from '../../shared/views/sellers.ts';
import { AccountFault } from '../pairing/account-fault.tsx';
import { BackButton } from '../ui/back-button.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loading } from '../ui/loading.tsx';
import { Reference } from '../ui/reference.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { SellerStatusTag } from './seller-status-tag.tsx';
import styles from './sellers-screen.module.css';
import { useSellerList } from './use-sellers.ts';

interface SellersScreenProps {
  readonly onBack: () => void;
  readonly onOpen: (payoutDestinationId: string) => void;
  readonly onNew: () => void;
}

/** The sellers of the account, and the way to a new one. */
export function SellersScreen({ onBack, onOpen, onNew }: SellersScreenProps) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const { value, fault, busy, readAgain } = useSellerList();
  return (
    <div className={styles.screen}>
      <ScreenTitle
        ref={heading}
        before={<BackButton onPress={onBack} />}
        lead={t('sellers.lead')}
        actions={
          <Button icon={<Plus size="1.25rem" aria-hidden />} onPress={onNew}>
            {t('sellers.new')}
          </Button>
        }
      >
        {t('sellers.title')}
      </ScreenTitle>
      {fault && (
        <AccountFault
          onSecondClient={readAgain}
          fault={fault}
          about="reading"
          title={t('sellers.unread')}
          actions={
            <Button busy={busy} onPress={readAgain}>
              {t('common.readAgain')}
            </Button>
          }
        />
      )}
      {fault?.code === 'setup.rights' && <p className={styles.details}>{t('sellers.byHand')}</p>}
      {!value && !fault && <Loading />}
      {value?.length === 0 && (
        <Card className={styles.empty}>
          <EmptyState icon={<Landmark aria-hidden />} title={t('sellers.none')}>
            <p>{t('sellers.noneText')}</p>
          </EmptyState>
        </Card>
      )}
      {value && value.length > 0 && (
        <Card>
          <ul className={styles.list}>
            {value.map((seller) => (
              <SellerRow key={seller.payoutDestinationId} seller={seller} onOpen={onOpen} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

interface SellerRowProps {
  readonly seller: Seller;
  readonly onOpen: (payoutDestinationId: string) => void;
}

/** A seller in the list; the whole row opens it. */
function SellerRow({ seller, onOpen }: SellerRowProps) {
  const { t } = useTranslation();
  const { payoutDestinationId, name, status, stores } = seller;
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-seller={payoutDestinationId}
        data-status={status ?? ''}
        onClick={() => onOpen(payoutDestinationId)}
      >
        <span className={styles.words}>
          <span className={styles.name}>{name ?? t('sellers.unnamed')}</span>
          <span className={styles.details}>
            <Reference>{payoutDestinationId}</Reference>
            {stores !== undefined && ` · ${t('sellers.stores', { count: stores })}`}
          </span>
        </span>
        <span className={styles.state}>
          <SellerStatusTag status={status} />
        </span>
        <ChevronRight aria-hidden className={styles.arrow} />
      </button>
    </li>
  );
}
