import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Reading } from '../bridge/use-reading.ts';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Loading } from '../ui/loading.tsx';
import styles from './choices.module.css';

type Listing<Choice> =
  { readonly kind: 'listed'; readonly choices: readonly Choice[] } | { readonly kind: 'not-allowed' };

interface ChoicesProps<Choice> {
  readonly reading: Reading<Listing<Choice>>;
  readonly listed: (choices: readonly Choice[]) => ReactNode;
  /** Fields for the ids, where the API client may not list, or lists nothing. */
  readonly byHand: ReactNode;
}

/** A list to choose from; or why there is none, and how to go on without. */
export function Choices<Choice>({ reading, listed, byHand }: ChoicesProps<Choice>) {
  const { t } = useTranslation();
  const { value, fault, busy, readAgain } = reading;
  if (fault) {
    return (
      <FaultMessage
        fault={fault}
        about="reading"
        title={t('pairing.readFailed')}
        actions={
          <Button busy={busy} onPress={readAgain}>
            {t('common.readAgain')}
          </Button>
        }
      />
    );
  }
  if (!value) return <Loading />;
  if (value.kind === 'listed' && value.choices.length > 0) return listed(value.choices);
  return (
    <>
      <p className={styles.note}>{t(value.kind === 'listed' ? 'pairing.noneListed' : 'pairing.byHand')}</p>
      {byHand}
    </>
  );
}
