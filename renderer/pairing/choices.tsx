import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Reading } from '../bridge/use-reading.ts';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Loading } from '../ui/loading.tsx';
import styles from './choices.module.css';
import { SecondClientButton } from './second-client-button.tsx';

type Listing<Choice> =
  | { readonly kind: 'listed'; readonly choices: readonly Choice[] }
  | { readonly kind: 'not-allowed'; readonly scope: string };

interface ChoicesProps<Choice> {
  readonly reading: Reading<Listing<Choice>>;
  readonly listed: (choices: readonly Choice[]) => ReactNode;
  /** Fields for the ids, where the API client may not list, or lists nothing. */
  readonly byHand: ReactNode;
  /** A second API client may list them, where the first one may not. */
  readonly managed: boolean;
}

/** A list to choose from; or why there is none, and how to go on without. */
export function Choices<Choice>({ reading, listed, byHand, managed }: ChoicesProps<Choice>) {
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
      {value.kind === 'listed' ? (
        <p className={styles.note}>{t('pairing.noneListed')}</p>
      ) : (
        <div className={styles.note}>
          <p>{t('pairing.notAllowed.what', { scope: value.scope })}</p>
          <p>{t(managed ? 'pairing.notAllowed.waysManaged' : 'pairing.notAllowed.ways')}</p>
          <div className={styles.ways}>
            <Button busy={busy} onPress={readAgain}>
              {t('common.readAgain')}
            </Button>
            {managed && (
              <SecondClientButton onUsed={readAgain}>{t('pairing.client.second.open')}</SecondClientButton>
            )}
          </div>
        </div>
      )}
      {byHand}
    </>
  );
}
