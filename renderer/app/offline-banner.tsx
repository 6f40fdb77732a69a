import WifiOff from 'lucide-react/icons/wifi-off';
import { useTranslation } from 'react-i18next';
import { type NetworkView } from '../../shared/views/app.ts';
import { Banner } from '../ui/banner.tsx';
import { useFaultText } from '../i18n/use-fault-text.ts';
import { fault as faultOf } from '../../shared/fault.ts';
import { useNow } from '../ui/use-now.tsx';
import styles from './offline-banner.module.css';

const second = 1_000;

/** No connection: what it blocks, why as far as is known, and when the till tries again. */
export function OfflineBanner({ network }: { readonly network: NetworkView }) {
  const { t } = useTranslation();
  const text = useFaultText(network.fault ?? faultOf('setup.network'));
  return (
    <Banner tone="neutral" icon={<WifiOff aria-hidden />} role="status" code={network.fault?.code}>
      <p className={styles.title}>{t('frame.offlineBanner.title')}</p>
      <p>{`${t('frame.offlineBanner.blocks')} ${text.next}`}</p>
      {network.retryAt !== undefined && <Retry at={network.retryAt} />}
    </Banner>
  );
}

function Retry({ at }: { readonly at: number }) {
  const { t } = useTranslation();
  const seconds = Math.ceil((at - useNow()) / second);
  return (
    // Changes each second: for the eye only.
    <p aria-hidden>
      {seconds > 0 ? t('frame.offlineBanner.retryIn', { seconds }) : t('frame.offlineBanner.retrying')}
    </p>
  );
}
