import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useTranslation } from 'react-i18next';
import { type SellerView } from '../../shared/views/sellers.ts';
import { useSlice } from '../bridge/till-context.tsx';
import { useFormat } from '../i18n/use-format.tsx';
import { AccountFault } from '../pairing/account-fault.tsx';
import { BackButton } from '../ui/back-button.tsx';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/loading.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { SellerFacts } from './seller-facts.tsx';
import styles from './seller-screen.module.css';
import { isReady, sellerStatus, waitsForSigner } from './seller-status.ts';
import { SignerPages } from './signer-pages.tsx';
import { type OpenSeller, useSeller } from './use-sellers.ts';

interface SellerScreenProps {
  readonly payoutDestinationId: string;
  readonly onBack: () => void;
  /** What comes next, once it is ready. */
  readonly onNewStore: (() => void) | undefined;
}

/** One seller: how far it has come, what its signer has to do, and what is known of it. Followed by itself. */
export function SellerScreen({ payoutDestinationId, onBack, onNewStore }: SellerScreenProps) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const { view, readAgain } = useSeller(payoutDestinationId);
  return (
    <div className={styles.screen}>
      <ScreenTitle ref={heading} before={<BackButton onPress={onBack} />} lead={t('sellers.title')}>
        {view?.seller.name ?? payoutDestinationId}
      </ScreenTitle>
      {view?.checkedAt === undefined ? (
        <Loading />
      ) : (
        <Content view={view} readAgain={readAgain} onNewStore={onNewStore} />
      )}
    </div>
  );
}

interface ContentProps {
  readonly view: SellerView;
  readonly readAgain: OpenSeller['readAgain'];
  readonly onNewStore: (() => void) | undefined;
}

function Content({ view, readAgain, onNewStore }: ContentProps) {
  const { t } = useTranslation();
  const training = useSlice('app').mode === 'training';
  const { seller, links, fault } = view;
  // Before anything was read there is no status that could be explained.
  const known = seller.status !== undefined || fault === undefined;
  return (
    <div
      className={styles.content}
      data-seller={seller.payoutDestinationId}
      data-status={seller.status ?? ''}
    >
      {fault && (
        <AccountFault
          onSecondClient={() => void readAgain.run()}
          fault={fault}
          about="reading"
          title={t('sellers.oneUnread')}
          alert={false}
        />
      )}
      <StatusCard view={view} known={known} readAgain={readAgain} onNewStore={onNewStore} />
      {known && waitsForSigner(seller.status) && (
        <SignerPages status={seller.status} links={links} signerName={view.signerName} training={training} />
      )}
      <SellerFacts view={view} />
    </div>
  );
}

interface StatusCardProps extends ContentProps {
  readonly known: boolean;
}

/** The status in words. It is read out when it changes. */
function StatusCard({ view, known, readAgain, onNewStore }: StatusCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { seller, checkedAt, followed } = view;
  const { Icon, word, meaning, next } = sellerStatus(t, seller.status);
  return (
    <section className={styles.card} aria-label={t('sellers.statusLabel')}>
      {known && (
        <span className={styles.icon}>
          <Icon size="2rem" aria-hidden />
        </span>
      )}
      <div className={styles.words} role="status">
        {known && (
          <>
            <h2 className={styles.status}>{word}</h2>
            <p>{meaning}</p>
            <p>{next}</p>
          </>
        )}
        {checkedAt !== undefined && (
          <p className={styles.soft} aria-live="off">
            {t('sellers.lookedAt', { time: format.exactTime(checkedAt) })}
            {followed && ` ${t('sellers.follows')}`}
          </p>
        )}
      </div>
      <div className={styles.acts}>
        {isReady(seller.status) && onNewStore && (
          <Button variant="primary" onPress={onNewStore}>
            {t('stores.new')}
          </Button>
        )}
        <Button
          icon={<RefreshCw size="1.25rem" aria-hidden />}
          busy={readAgain.busy}
          onPress={() => void readAgain.run()}
        >
          {t('common.readAgain')}
        </Button>
      </div>
    </section>
  );
}
