import { useTranslation } from 'react-i18next';
import { type OperationView } from '../../shared/views/operations.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { AccountFault } from '../pairing/account-fault.tsx';
import { useNow } from '../ui/use-now.tsx';
import styles from './operation-words.module.css';

const second = 1_000;

/** Where an operation stands, in a sentence or two: what is so, and what to do next. */
export function OperationWords({ operation }: { readonly operation: OperationView }) {
  const { t } = useTranslation();
  const { kind, state, fault, word } = operation;
  switch (state) {
    case 'asking':
      return <p>{fault ? t('operations.askingAgain') : t('operations.asking')}</p>;
    case 'waiting':
      return operation.heldBy === undefined ? (
        <AskedAgain at={operation.againAt} />
      ) : (
        <p>{t('operations.held')}</p>
      );
    case 'running':
      return (
        <>
          <p>{word === undefined ? t(`operations.running.${kind}`) : t('operations.strange', { word })}</p>
          {fault && <p>{t('operations.unheard')}</p>}
        </>
      );
    case 'completed':
    case 'failed':
      return (
        <>
          <p>{t(`operations.${state}.${kind}`)}</p>
          <p className={styles.next}>{t(`operations.next.${state}.${kind}`)}</p>
        </>
      );
    case 'timeout':
    case 'unknown':
      return (
        <>
          <p>{t(`operations.${state}`)}</p>
          {fault && <AccountFault fault={fault} about="reading" alert={false} />}
          <p className={styles.next}>{t(`operations.next.${state}.${kind}`)}</p>
        </>
      );
    case 'refused':
      return fault && <AccountFault fault={fault} about="act" alert={false} />;
  }
}

/** Not a live region: it changes each second. */
function AskedAgain({ at }: { readonly at: number | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const leftMs = at === undefined ? 0 : Math.ceil((at - now) / second) * second;
  return (
    <p>{leftMs > 0 ? t('operations.busy', { time: format.seconds(leftMs) }) : t('operations.busyNow')}</p>
  );
}
